package org.tandemvoice.timeline.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.Activeflows;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.outbox.control.EventDocument;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.time.control.Timestamps;

/** The events of one resource as a timeline. They are there as long as events are kept. */
@Stateless
public class TimelineQueries {

  @Inject private Activeflows activeflows;
  @Inject private Calls calls;
  @Inject private EventDocument eventDocument;
  @Inject private Outbox outbox;
  @Inject private Timestamps timestamps;

  /**
   * Oldest first: {@code timestamp}, {@code event_type}, {@code data}, and {@code id} and {@code
   * position}.
   *
   * @param after only those behind this position; 0 for all
   * @throws PlatformException {@code RESOURCE_NOT_FOUND} if the customer has no such resource
   */
  public List<JsonObject> events(CustomerId customer, UUID resource, long after, int limit) {
    List<OutboxEvent> events = outbox.of(customer, resource, after, limit);
    if (events.isEmpty() && outbox.of(customer, resource, 0, 1).isEmpty()) {
      throw unknown("there is no event of " + resource);
    }
    return events.stream().map(eventDocument::of).toList();
  }

  /**
   * The events of a call and of the execution of its flow, as {@link #events} has them.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  public List<JsonObject> aroundCall(CustomerId customer, UUID id, long after, int limit) {
    Call call =
        calls
            .find(customer, id)
            .orElseThrow(
                () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
    return list(customer, Set.of(id, call.activeflowId()), after, limit);
  }

  /**
   * The events of an execution and of its call if it has one, as {@link #events} has them.
   *
   * @throws PlatformException {@code ACTIVEFLOW_NOT_FOUND}
   */
  public List<JsonObject> aroundActiveflow(CustomerId customer, UUID id, long after, int limit) {
    Activeflow run =
        activeflows
            .find(customer, id)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.ACTIVEFLOW_NOT_FOUND, "there is no activeflow " + id));
    Set<UUID> resources = new HashSet<>(Set.of(id));
    run.callId().map(CallId::value).ifPresent(resources::add);
    return list(customer, resources, after, limit);
  }

  private List<JsonObject> list(CustomerId customer, Set<UUID> resources, long after, int limit) {
    return outbox.of(customer, resources, after, limit).stream().map(eventDocument::of).toList();
  }

  /**
   * The resource as it was at this time.
   *
   * @throws PlatformException {@code RESOURCE_NOT_FOUND} if it was not there yet
   */
  public JsonObject state(CustomerId customer, UUID resource, Instant at) {
    return outbox
        .stateAt(customer, resource, at)
        .orElseThrow(() -> unknown(resource + " was not there at " + timestamps.text(at)));
  }

  private static PlatformException unknown(String message) {
    return new PlatformException(ErrorCode.RESOURCE_NOT_FOUND, message);
  }
}
