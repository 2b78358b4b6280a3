package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;

/**
 * The SIP domains of the platform (contract section 14): {@code <customer uuid>.registrar.<base>}
 * for phones, {@code <name>.trunk.<base>} for trunks, {@code sip.<base>} and {@code pstn.<base>}
 * for everybody, {@code conference.<base>} for those who know the id of a conference.
 */
@ApplicationScoped
public class SipDomains {

  private static final String REGISTRAR = ".registrar.";
  private static final String TRUNK = ".trunk.";

  private List<String> bases = List.of();

  protected SipDomains() {}

  /**
   * @param bases {@code SIP_BASE_DOMAINS}: the first is written, all are accepted
   */
  @Inject
  public SipDomains(
      @ConfigProperty(name = "SIP_BASE_DOMAINS", defaultValue = "voipbin.net,localhost")
          List<String> bases) {
    this.bases = bases.stream().map(base -> base.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** The domain a customer's phones register at. */
  public String registrarOf(CustomerId customer) {
    return customer + REGISTRAR + bases.get(0);
  }

  /** Where anybody reaches this user of the platform. */
  public String publicAddressOf(String user) {
    return user + "@sip." + bases.get(0);
  }

  /** Whose registrar domain this is, under any of the base domains; empty if it is none. */
  public Optional<CustomerId> customerOf(String domain) {
    return labelOf(domain, REGISTRAR).flatMap(JsonFields::uuidOf).map(CustomerId::new);
  }

  /** Which trunk's domain this is, by its domain name; empty if it is none. */
  public Optional<String> trunkOf(String domain) {
    return labelOf(domain, TRUNK).filter(name -> !name.isEmpty());
  }

  /**
   * Whether this is a domain at which anybody may call numbers and direct addresses: {@code
   * sip.<base>}, {@code pstn.<base>}, or a base itself.
   */
  public boolean isPublic(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    return bases.stream()
        .anyMatch(
            base -> name.equals(base) || name.equals("sip." + base) || name.equals("pstn." + base));
  }

  /** Whether the users of this domain are conferences: {@code conference.<base>}. */
  public boolean isOfConferences(String domain) {
    String name = domain.toLowerCase(Locale.ROOT);
    return bases.stream().anyMatch(base -> name.equals("conference." + base));
  }

  private Optional<String> labelOf(String domain, String kind) {
    String name = domain.toLowerCase(Locale.ROOT);
    return bases.stream()
        .map(base -> kind + base)
        .filter(name::endsWith)
        .findFirst()
        .map(suffix -> name.substring(0, name.length() - suffix.length()));
  }
}
