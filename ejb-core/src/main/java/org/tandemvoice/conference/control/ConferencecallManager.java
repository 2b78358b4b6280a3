package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.command.HushLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.conference.entity.ConferenceRole;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** What customers see and do of the parties of their conferences. */
@Stateless
public class ConferencecallManager {

  private static final String ACTOR = "actor_id";

  @Inject private Calls calls;
  @Inject private Conferencecalls stays;
  @Inject private ConferenceParties parties;
  @Inject private ConferencecallDocument document;
  @Inject private ConferenceEvents events;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  public JsonObject get(CustomerId customer, UUID id) {
    return document.of(stays.find(customer, id).orElseThrow(() -> unknown(id)));
  }

  /**
   * @param conference only those of this conference; the nil UUID for all
   */
  public Page<JsonObject> list(CustomerId customer, UUID conference, PageRequest request) {
    Page<Conferencecall> page = stays.page(customer, conference, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * The party has to leave; its flow goes on.
   *
   * @throws PlatformException {@code CONFERENCECALL_NOT_FOUND}, {@code STATE_INVALID} if it has
   *     left already
   */
  public JsonObject kick(CustomerId customer, UUID id) {
    Call call = lock(customer, id);
    Conferencecall stay = there(call, id);
    parties.leave(call, stay);
    return document.of(stay);
  }

  /**
   * What the party says is held back, or no longer. Without {@code actor_id} the customer does it,
   * who may; with it, the party of that conferencecall does, and then its role counts: only a
   * moderator mutes others (inventory section 17).
   *
   * @throws PlatformException {@code CONFERENCECALL_NOT_FOUND}, {@code STATE_INVALID}, {@code
   *     PERMISSION_DENIED}
   */
  public JsonObject mute(CustomerId customer, UUID id, boolean on, JsonFields fields) {
    Call call = lock(customer, id);
    Conferencecall stay = there(call, id);
    requireRight(customer, stay, fields);
    if (stay.mute(on, clock.instant())) {
      afterCommit.send(new HushLeg(call, on));
      events.record(stay, "conferencecall_updated");
    }
    return document.of(stay);
  }

  private void requireRight(CustomerId customer, Conferencecall stay, JsonFields fields) {
    UUID actorId = fields.uuid(ACTOR);
    if (actorId.equals(OwnedResource.NIL) || actorId.equals(stay.uuid())) {
      return;
    }
    Conferencecall actor =
        stays
            .find(customer, actorId)
            .filter(found -> found.isThere() && found.conferenceId().equals(stay.conferenceId()))
            .orElseThrow(
                () ->
                    fields.invalid(ACTOR, "is " + actorId + ": it is not in this conference now"));
    if (actor.role() != ConferenceRole.MODERATOR) {
      throw new PlatformException(
          ErrorCode.PERMISSION_DENIED, "a participant mutes only itself: a moderator mutes others");
    }
  }

  private Call lock(CustomerId customer, UUID id) {
    return stays
        .find(customer, id)
        .flatMap(stay -> calls.lock(stay.callId()))
        .orElseThrow(() -> unknown(id));
  }

  /** The stay as it is under the lock of its call. */
  private Conferencecall there(Call call, UUID id) {
    return stays
        .of(call.id())
        .filter(stay -> stay.uuid().equals(id))
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.STATE_INVALID, "conferencecall " + id + " has left already"));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(
        ErrorCode.CONFERENCECALL_NOT_FOUND, "there is no conferencecall " + id);
  }
}
