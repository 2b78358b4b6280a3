package org.tandemvoice.groupcall.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.groupcall.entity.Groupcall;
import org.tandemvoice.groupcall.entity.GroupcallStatus;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Shows, hangs up and deletes groupcalls. They are begun by whoever knows what they shall run. */
@Stateless
public class GroupcallManager {

  @Inject private Groupcalls groupcalls;
  @Inject private GroupcallDocument document;
  @Inject private GroupcallStates states;
  @Inject private Ringing ringing;

  public JsonObject get(CustomerId customer, UUID id) {
    return groupcalls.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Groupcall> page = groupcalls.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * Ends all its calls, the answered one too.
   *
   * @throws PlatformException {@code STATE_INVALID} if it is over
   */
  public JsonObject hangUp(CustomerId customer, UUID id) {
    Groupcall group = locked(customer, id);
    if (group.status() == GroupcallStatus.HANGUP) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID, "groupcall " + id + " has been hung up already");
    }
    ringing.hangUp(group);
    return document.of(group);
  }

  /** Takes it out of the customer's sight. One that is not over is hung up as well. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Groupcall group = locked(customer, id);
    if (group.status() == GroupcallStatus.PROGRESSING) {
      ringing.hangUp(group);
    }
    states.deleted(group);
    return document.of(group);
  }

  private Groupcall locked(CustomerId customer, UUID id) {
    return groupcalls
        .find(customer, id)
        .flatMap(found -> groupcalls.lock(found.uuid()))
        .orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.GROUPCALL_NOT_FOUND, "there is no groupcall " + id);
  }
}
