package org.tandemvoice.sip.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.extension.control.SipDomains;

/**
 * Judges which domain a request was sent to; that is the realm its sender has to prove itself in.
 */
@ApplicationScoped
public class Realms {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private SipDomains domains;
  private String publicAddress = "";

  protected Realms() {}

  /**
   * @param publicAddress the name or address phones know this server by, if it is not its own
   */
  @Inject
  public Realms(
      SipDomains domains, @ConfigProperty(name = "PUBLIC_ADDRESS") Optional<String> publicAddress) {
    this.domains = domains;
    this.publicAddress = fold(publicAddress.orElse(""));
  }

  private static String fold(String host) {
    String bare = host.strip().toLowerCase(Locale.ROOT);
    return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** The domain a URI names; foreign if it names none. */
  public SipDomain of(URI uri) {
    return of(uri instanceof SipURI sip ? sip.getHost() : "");
  }

  /** Judges the host part of a URI. */
  public SipDomain of(String hostPart) {
    String host = fold(hostPart);
    if (host.equals("localhost") || isIpAddress(host) || isPublicAddress(host)) {
      return new SipDomain.OfServer(host);
    }
    if (domains.isPublic(host)) {
      return new SipDomain.OfEverybody(host);
    }
    return domains
        .customerOf(host)
        .<SipDomain>map(customer -> new SipDomain.OfCustomer(host, customer))
        .or(() -> domains.trunkOf(host).map(trunk -> new SipDomain.OfTrunk(host, trunk)))
        .orElse(new SipDomain.Foreign(host));
  }

  private boolean isPublicAddress(String host) {
    return !host.isEmpty() && host.equals(publicAddress);
  }

  /** An address that led a request here is ours, whatever a router in between made of it. */
  private static boolean isIpAddress(String host) {
    return IPV4.matcher(host).matches() || host.indexOf(':') >= 0;
  }
}
