package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.SipDomains;

/**
 * {@code user@domain}: an extension if the domain is the customer's own or a bare label, otherwise
 * a SIP URI (C-58).
 */
@ApplicationScoped
public class SipDestination implements DestinationKind {

  @Inject private ExtensionDestination extensions;
  @Inject private SipDomains domains;

  @Override
  public Set<String> types() {
    return Set.of("endpoint", "sip");
  }

  @Override
  public boolean isKnown(CustomerId customer, Address address) {
    return true;
  }

  @Override
  public List<LegTarget> targets(CustomerId customer, Address address) {
    return ownUser(customer, address.target())
        .map(user -> extensions.targets(customer, Address.of("extension", user)))
        .orElseGet(() -> List.of(LegTarget.of(uri(address.target()))));
  }

  private Optional<String> ownUser(CustomerId customer, String target) {
    String address = target.replaceFirst("^sips?:", "");
    int at = address.lastIndexOf('@');
    if (at < 0) {
      return Optional.of(address);
    }
    String domain = address.substring(at + 1);
    boolean own =
        domains.customerOf(domain).filter(customer::equals).isPresent()
            || domain.chars().allMatch(Character::isLetterOrDigit)
                && !domain.equals("localhost")
                && !domain.chars().allMatch(Character::isDigit);
    return own ? Optional.of(address.substring(0, at)) : Optional.empty();
  }

  private static String uri(String target) {
    return target.startsWith("sip:") || target.startsWith("sips:") ? target : "sip:" + target;
  }
}
