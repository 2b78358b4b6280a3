package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.ContactBindings;
import org.tandemvoice.extension.control.ExtensionLookup;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;

/**
 * An extension, by its value, its name or its id (C-50): every phone registered for it, those that
 * are silent after those that answer.
 */
@ApplicationScoped
public class ExtensionDestination implements DestinationKind {

  @Inject private ExtensionLookup extensions;
  @Inject private ContactBindings bindings;
  @Inject private Clock clock;

  @Override
  public Set<String> types() {
    return Set.of("extension");
  }

  @Override
  public boolean isKnown(CustomerId customer, Address address) {
    return extensions.resolve(customer, address).isPresent();
  }

  @Override
  public List<LegTarget> targets(CustomerId customer, Address address) {
    return extensions
        .resolve(customer, address)
        .map(found -> phones(customer, found))
        .orElse(List.of());
  }

  private List<LegTarget> phones(CustomerId customer, Extension extension) {
    List<ContactBinding> all = bindings.current(customer, extension.uuid(), clock.instant());
    boolean isAnyThere = all.stream().anyMatch(binding -> !binding.isSilent());
    return all.stream().map(binding -> target(binding, isAnyThere && binding.isSilent())).toList();
  }

  private static LegTarget target(ContactBinding binding, boolean isLast) {
    RouteTerms terms = isLast ? RouteTerms.LAST : RouteTerms.NONE;
    return new LegTarget(binding.contact(), binding.flow(), binding.path(), terms);
  }
}
