package org.tandemvoice.number.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.control.RtpDebug;
import org.tandemvoice.customer.control.RtpDebugChanged;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.number.entity.NumberProfile;
import org.tandemvoice.number.entity.PhoneNumber;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/**
 * Purchases, changes and gives back numbers, each told by an event. A number has one owner on this
 * server at most.
 */
@Stateless
public class NumberManager {

  @Inject private PhoneNumbers numbers;
  @Inject private NumberDocument document;
  @Inject private NumberEvents events;
  @Inject private Flows flows;
  @Inject private Event<NumberPurchased> purchased;
  @Inject private Event<RtpDebugChanged> debugged;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     NUMBER_ALREADY_EXISTS} if anybody owns it, {@code INSUFFICIENT_BALANCE}, {@code
   *     ACCOUNT_FROZEN}
   */
  public PhoneNumber purchase(CustomerId customer, JsonFields fields) {
    String e164 = document.e164(fields);
    NumberProfile profile = known(customer, document.newProfile(fields), fields);
    if (!numbers.taken(List.of(e164)).isEmpty()) {
      throw PhoneNumbers.owned(e164);
    }
    PhoneNumber number = new PhoneNumber(ids.next(), customer, e164, profile, clock.instant());
    numbers.add(number);
    purchased.fire(new NumberPurchased(number));
    events.record(number, "number_created");
    return number;
  }

  public PhoneNumber get(CustomerId customer, UUID id) {
    return numbers.find(customer, id).orElseThrow(() -> unknown(id));
  }

  private PhoneNumber lock(CustomerId customer, UUID id) {
    return numbers.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.NUMBER_NOT_FOUND, "there is no number " + id);
  }

  public Page<PhoneNumber> list(CustomerId customer, PageRequest request) {
    return numbers.page(customer, request);
  }

  /** Name, detail and flows may change; fields that are missing stay as they are. */
  public PhoneNumber update(CustomerId customer, UUID id, JsonFields fields) {
    PhoneNumber number = lock(customer, id);
    NumberProfile changed = document.changed(number.profile(), fields);
    number.change(known(customer, changed, fields), clock.instant());
    return updated(number);
  }

  /** See {@link RtpDebug}. */
  public PhoneNumber updateMetadata(CustomerId customer, UUID id, JsonFields fields) {
    PhoneNumber number = lock(customer, id);
    number.debugRtp(RtpDebug.read(fields, number.isRtpDebugged()), clock.instant());
    debugged.fire(new RtpDebugChanged());
    return updated(number);
  }

  private PhoneNumber updated(PhoneNumber number) {
    events.record(number, "number_updated");
    return number;
  }

  private NumberProfile known(CustomerId customer, NumberProfile profile, JsonFields fields) {
    String callField = fields.has("call_flow_id") ? "call_flow_id" : "flow_id";
    requireFlow(customer, profile.callFlowId(), fields, callField);
    requireFlow(customer, profile.messageFlowId(), fields, "message_flow_id");
    return profile;
  }

  private void requireFlow(CustomerId customer, UUID id, JsonFields fields, String field) {
    if (fields.has(field) && !id.equals(OwnedResource.NIL) && flows.find(customer, id).isEmpty()) {
      throw new PlatformException(
          ErrorCode.FLOW_NOT_FOUND, fields.path(field) + ": there is no flow " + id);
    }
  }

  /** From now on anybody may purchase it. */
  public PhoneNumber release(CustomerId customer, UUID id) {
    PhoneNumber number = lock(customer, id);
    number.delete(clock.instant());
    events.record(number, "number_deleted");
    return number;
  }

  /** Anybody may purchase what a customer had that is gone. */
  public void releaseAll(@Observes CustomerDeleted deleted) {
    numbers.of(deleted.customer()).forEach(number -> number.delete(deleted.at()));
  }
}
