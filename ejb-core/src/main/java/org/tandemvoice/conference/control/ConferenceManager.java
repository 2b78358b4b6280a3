package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** What customers do with their conferences. */
@Stateless
public class ConferenceManager {

  @Inject private Conferences conferences;
  @Inject private ConferenceCreation creation;
  @Inject private ConferenceDocument document;
  @Inject private ConferenceEvents events;
  @Inject private ConferenceParties parties;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Makes a conference. {@code customer_id} may be left out but must not be another's; {@code id}
   * may be chosen.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     CONFERENCE_ALREADY_EXISTS}
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    UUID owner = fields.uuid("customer_id");
    if (!owner.equals(OwnedResource.NIL) && !owner.equals(customer.value())) {
      throw fields.invalid("customer_id", "is " + owner + ": give your own, see GET /customer");
    }
    UUID chosen = fields.uuid("id");
    return document.of(
        creation.create(
            customer,
            chosen.equals(OwnedResource.NIL) ? ids.next() : chosen,
            ConferenceDocument.type(fields),
            ConferenceDocument.newProfile(fields)));
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return document.of(conferences.find(customer, id).orElseThrow(() -> unknown(id)));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Conference> page = conferences.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Fields that are missing stay as they are. */
  public JsonObject update(CustomerId customer, UUID id, JsonFields fields) {
    Conference conference = lock(customer, id);
    conference.change(ConferenceDocument.changed(conference.profile(), fields), clock.instant());
    events.record(conference, "updated");
    return document.of(conference);
  }

  /** All who are there are led out, and their flows go on. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Conference conference = lock(customer, id);
    parties.terminate(conference);
    conference.delete(clock.instant());
    events.record(conference, "deleted");
    return document.of(conference);
  }

  /** The old direct hash reaches nobody from now on. */
  public JsonObject regenerateDirectHash(CustomerId customer, UUID id) {
    Conference conference = lock(customer, id);
    conference.replaceDirectHash(creation.newHash(), clock.instant());
    events.record(conference, "updated");
    return document.of(conference);
  }

  private Conference lock(CustomerId customer, UUID id) {
    return conferences.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.CONFERENCE_NOT_FOUND, "there is no conference " + id);
  }
}
