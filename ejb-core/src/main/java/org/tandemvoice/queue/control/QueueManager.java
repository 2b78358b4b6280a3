package org.tandemvoice.queue.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.direct.entity.DirectHash;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.QueueProfile;

/** Makes, shows, changes and deletes queues. */
@Stateless
public class QueueManager {

  private final SecureRandom random = new SecureRandom();

  @Inject private Queues queues;
  @Inject private QueueDocument document;
  @Inject private QueueLine line;
  @Inject private QueueDispatch dispatch;
  @Inject private Flows flows;
  @Inject private Outbox outbox;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code FLOW_NOT_FOUND}
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    QueueProfile profile = known(customer, document.newProfile(customer, fields), fields);
    Queue queue =
        new Queue(ids.next(), customer, profile, DirectHash.random(random), clock.instant());
    queues.add(queue);
    return record(queue, "queue_created");
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return document.of(found(customer, id));
  }

  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Queue> page = queues.page(customer, request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** The tags an agent must bear one of to serve this queue. */
  public List<UUID> tagIds(CustomerId customer, UUID id) {
    return found(customer, id).tagIds();
  }

  /** Fields that are missing stay as they are. */
  public JsonObject update(CustomerId customer, UUID id, JsonFields fields) {
    Queue queue = lock(customer, id);
    QueueProfile changed = document.changed(customer, queue.profile(), fields);
    queue.change(known(customer, changed, fields), clock.instant());
    dispatch.soon(id);
    return record(queue, "queue_updated");
  }

  /** Whoever waits in it goes on behind queue_join. */
  public JsonObject delete(CustomerId customer, UUID id) {
    Queue queue = lock(customer, id);
    line.kickAll(queue);
    queue.delete(clock.instant());
    return record(queue, "queue_deleted");
  }

  /** The old direct hash reaches nobody from now on. */
  public JsonObject regenerateDirectHash(CustomerId customer, UUID id) {
    Queue queue = lock(customer, id);
    queue.replaceDirectHash(DirectHash.random(random), clock.instant());
    return record(queue, "queue_updated");
  }

  private QueueProfile known(CustomerId customer, QueueProfile profile, JsonFields fields) {
    requireFlow(customer, profile.waitFlowId(), fields, "wait_flow_id");
    requireFlow(customer, profile.timeoutFlowId(), fields, "timeout_flow_id");
    return profile;
  }

  private void requireFlow(CustomerId customer, UUID id, JsonFields fields, String field) {
    if (fields.has(field) && !id.equals(OwnedResource.NIL) && flows.find(customer, id).isEmpty()) {
      throw new PlatformException(
          ErrorCode.FLOW_NOT_FOUND, fields.path(field) + ": there is no flow " + id);
    }
  }

  private Queue found(CustomerId customer, UUID id) {
    return queues.find(customer, id).orElseThrow(() -> unknown(id));
  }

  private Queue lock(CustomerId customer, UUID id) {
    return queues.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private JsonObject record(Queue queue, String eventType) {
    JsonObject shown = document.of(queue);
    outbox.record(new EventSubject(queue.customerId(), "queue", queue.uuid()), eventType, shown);
    return shown;
  }

  static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.QUEUE_NOT_FOUND, "there is no queue " + id);
  }
}
