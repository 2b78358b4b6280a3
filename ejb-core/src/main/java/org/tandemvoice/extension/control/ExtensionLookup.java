package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.json.control.JsonFields;

/** Finds the extension a caller means: by its value, then by its name, then by its id (C-50). */
@ApplicationScoped
public class ExtensionLookup {

  private Extensions extensions;

  protected ExtensionLookup() {}

  @Inject
  public ExtensionLookup(Extensions extensions) {
    this.extensions = extensions;
  }

  /** The one an address means: by its {@code target_name}, then by its {@code target}. */
  public Optional<Extension> resolve(CustomerId customer, Address address) {
    return resolve(customer, address.targetName()).or(() -> resolve(customer, address.target()));
  }

  public Optional<Extension> resolve(CustomerId customer, String valueNameOrId) {
    if (valueNameOrId.isBlank()) {
      return Optional.empty();
    }
    return extensions
        .findByValue(customer, valueNameOrId)
        .or(() -> extensions.findByName(customer, valueNameOrId))
        .or(() -> JsonFields.uuidOf(valueNameOrId).flatMap(id -> extensions.find(customer, id)));
  }
}
