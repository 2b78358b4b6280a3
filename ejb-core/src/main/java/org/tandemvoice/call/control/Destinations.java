package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.ContactBindings;
import org.tandemvoice.extension.control.ExtensionLookup;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;

/** Finds where an address can be reached at this moment. */
@ApplicationScoped
public class Destinations {

  @Inject private ExtensionLookup extensions;
  @Inject private ContactBindings bindings;
  @Inject private SipDomains domains;
  @Inject private Clock clock;

  /** The extension an address means; empty if it means none of this customer's. */
  public Optional<Extension> extension(CustomerId customer, Address address) {
    return switch (address.type()) {
      case "extension" ->
          extensions
              .resolve(customer, address.targetName())
              .or(() -> extensions.resolve(customer, address.target()));
      case "endpoint", "sip" ->
          ownUser(customer, address.target()).flatMap(user -> extensions.resolve(customer, user));
      default -> Optional.empty();
    };
  }

  /** Every place to ring at once; none if the address cannot be reached now. */
  public List<LegTarget> targets(CustomerId customer, Address address) {
    Optional<Extension> extension = extension(customer, address);
    if (extension.isPresent()) {
      return bindings.current(customer, extension.get().uuid(), clock.instant()).stream()
          .map(Destinations::target)
          .toList();
    }
    boolean byUri = address.type().equals("sip") || address.type().equals("endpoint");
    return byUri && ownUser(customer, address.target()).isEmpty()
        ? List.of(LegTarget.of(uri(address.target())))
        : List.of();
  }

  private static LegTarget target(ContactBinding binding) {
    return new LegTarget(binding.contact(), binding.flow(), binding.path());
  }

  /** C-58: the user part, if the domain is the customer's own registrar or a bare label. */
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
