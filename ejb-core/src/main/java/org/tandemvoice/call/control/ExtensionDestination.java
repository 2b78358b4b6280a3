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

/** An extension, by its value, its name or its id (C-50): every phone registered for it. */
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
    return bindings.current(customer, extension.uuid(), clock.instant()).stream()
        .map(ExtensionDestination::target)
        .toList();
  }

  private static LegTarget target(ContactBinding binding) {
    return new LegTarget(binding.contact(), binding.flow(), binding.path());
  }
}
