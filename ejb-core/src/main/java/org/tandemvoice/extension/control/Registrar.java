package org.tandemvoice.extension.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;

/**
 * The registrar (RFC 3261 section 10.3) behind the SIP edge, which has authenticated the request
 * and judged its Expires values. One REGISTER is one transaction.
 */
@Stateless
public class Registrar {

  @Inject Extensions extensions;
  @Inject ContactBindings bindings;
  @Inject TimeOrderedIds ids;
  @Inject ReachStates states;
  @Inject Clock clock;

  /** How many contacts an extension may have at a time (contract section 14). */
  @Inject
  @ConfigProperty(name = "SIP_MAX_CONTACTS", defaultValue = "3")
  int maxContacts;

  /**
   * Changes the bindings of an extension as asked.
   *
   * @return every contact that is registered now, which is what the 200 has to list
   * @throws PlatformException {@code STATE_INVALID} if the request is out of order; nothing has
   *     changed then; {@code EXTENSION_NOT_FOUND} if it has been deleted meanwhile
   */
  public List<ContactBinding> register(Registration registration) {
    Extension extension =
        extensions
            .lock(registration.customerId(), registration.extensionId())
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.EXTENSION_NOT_FOUND, "the extension has been deleted"));
    Instant now = clock.instant();
    AddressOfRecord record =
        new AddressOfRecord(
            bindings.stored(registration.customerId(), registration.extensionId()),
            maxContacts,
            ids::next);
    record.apply(registration, now);
    record.removed().forEach(bindings::remove);
    record.added().forEach(bindings::add);
    List<ContactBinding> current = record.current(now);
    states.review(extension, current);
    return current;
  }
}
