package org.tandemvoice.queue.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.queue.entity.Queuecall;

/** Shows callers in queues and takes them out. They come by the action queue_join. */
@Stateless
public class QueuecallManager {

  @Inject private Queuecalls queuecalls;
  @Inject private QueuecallDocument document;
  @Inject private QueueLine line;

  public JsonObject get(CustomerId customer, UUID id) {
    return queuecalls.find(customer, id).map(document::of).orElseThrow(() -> unknown(id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Queuecall> page = queuecalls.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /**
   * The caller leaves the queue, or the agent it talks to, and goes on behind queue_join.
   *
   * @throws PlatformException {@code STATE_INVALID} if it is not in the queue any more
   */
  public JsonObject kick(CustomerId customer, UUID id) {
    return kick(queuecalls.find(customer, id), id);
  }

  /** The same, for the queue that this call is in. */
  public JsonObject kickCall(CustomerId customer, UUID call) {
    return kick(queuecalls.findOfCall(customer, call), call);
  }

  private JsonObject kick(Optional<Queuecall> found, UUID id) {
    Queuecall queuecall = lock(found, id);
    if (queuecall.status().isFinal()) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID, "queuecall " + queuecall.uuid() + " is over already");
    }
    line.kick(queuecall);
    return document.of(queuecall);
  }

  /** Takes it out of the customer's sight. One that is not over is kicked as well. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Queuecall queuecall = lock(queuecalls.find(customer, id), id);
    if (!queuecall.status().isFinal()) {
      line.kick(queuecall);
    }
    line.deleted(queuecall);
    return document.of(queuecall);
  }

  private Queuecall lock(Optional<Queuecall> found, UUID id) {
    return found
        .flatMap(queuecall -> queuecalls.lock(queuecall.uuid()))
        .orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.QUEUECALL_NOT_FOUND, "there is no queuecall " + id);
  }
}
