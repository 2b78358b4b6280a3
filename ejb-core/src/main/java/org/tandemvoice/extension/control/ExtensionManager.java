package org.tandemvoice.extension.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.direct.entity.DirectHash;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, changes and deletes extensions. */
@Stateless
public class ExtensionManager {

  private final SecureRandom random = new SecureRandom();
  private Extensions extensions;
  private ExtensionLookup lookup;
  private ExtensionDocument document;
  private ContactBindings bindings;
  private ContactHealth health;
  private TimeOrderedIds ids;
  private Clock clock;

  protected ExtensionManager() {}

  @Inject
  public ExtensionManager(
      Extensions extensions,
      ExtensionLookup lookup,
      ExtensionDocument document,
      ContactBindings bindings,
      ContactHealth health,
      TimeOrderedIds ids,
      Clock clock) {
    this.extensions = extensions;
    this.lookup = lookup;
    this.document = document;
    this.bindings = bindings;
    this.health = health;
    this.ids = ids;
    this.clock = clock;
  }

  /** All four fields must be there (seed 000); an extension value that is taken is refused. */
  public Extension create(CustomerId customer, JsonFields fields) {
    UUID id = ids.next();
    String value = document.value(fields);
    var profile = document.newProfile(id, fields);
    if (extensions.findByValue(customer, value).isPresent()) {
      throw Extensions.taken(value);
    }
    var extension =
        new Extension(id, customer, value, DirectHash.random(random), profile, clock.instant());
    extensions.add(extension);
    return extension;
  }

  public Extension get(CustomerId customer, UUID id) {
    return extensions.find(customer, id).orElseThrow(() -> unknown(id));
  }

  /** The phones that are registered for it now, preferred first. */
  public List<RegisteredPhone> contacts(CustomerId customer, UUID id) {
    Extension extension = get(customer, id);
    return bindings.current(customer, extension.uuid(), clock.instant()).stream()
        .map(found -> new RegisteredPhone(found, health.roundTrip(found.id())))
        .toList();
  }

  private Extension lock(CustomerId customer, UUID id) {
    return extensions.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.EXTENSION_NOT_FOUND, "no extension has the id " + id);
  }

  public Page<Extension> list(CustomerId customer, PageRequest request) {
    return extensions.page(customer, request);
  }

  /** Those that these addresses mean, each once. */
  public List<Extension> among(CustomerId customer, List<Address> addresses) {
    return addresses.stream()
        .filter(address -> address.type().equals("extension"))
        .flatMap(address -> lookup.resolve(customer, address).stream())
        .distinct()
        .toList();
  }

  /** The one of that id, if these addresses mean it. */
  public Extension get(CustomerId customer, List<Address> addresses, UUID id) {
    return among(customer, addresses).stream()
        .filter(extension -> extension.uuid().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /** Name, detail and password may change; fields that are missing stay as they are. */
  public Extension update(CustomerId customer, UUID id, JsonFields fields) {
    Extension extension = lock(customer, id);
    extension.change(document.changedProfile(extension, fields), clock.instant());
    return extension;
  }

  public Extension delete(CustomerId customer, UUID id) {
    Extension extension = lock(customer, id);
    extension.delete(clock.instant());
    return extension;
  }

  /** The old direct hash reaches nobody from now on. */
  public Extension regenerateDirectHash(CustomerId customer, UUID id) {
    Extension extension = lock(customer, id);
    extension.replaceDirectHash(DirectHash.random(random), clock.instant());
    return extension;
  }
}
