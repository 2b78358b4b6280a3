package org.tandemvoice.queue.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.queue.entity.EndReason;
import org.tandemvoice.queue.entity.Queuecall;
import org.tandemvoice.queue.entity.QueuecallStatus;
import org.tandemvoice.time.control.Timestamps;

/** A caller in a queue as customers see it (contract, QueueManagerQueuecall). */
@ApplicationScoped
public class QueuecallDocument {

  @Inject private Queuecalls queuecalls;
  @Inject private Timestamps timestamps;
  @Inject private Clock clock;

  /** Durations are milliseconds, up to now for what lasts; the position is 0 if none is held. */
  public JsonObject of(Queuecall queuecall) {
    Instant now = clock.instant();
    Instant end = queuecall.endedAt().orElse(now);
    Instant waitEnd = queuecall.servedAt().orElse(end);
    Duration service =
        queuecall.servedAt().map(served -> Duration.between(served, end)).orElse(Duration.ZERO);
    return JSON.createObjectBuilder()
        .add("id", queuecall.uuid().toString())
        .add("customer_id", queuecall.customerId().toString())
        .add("queue_id", queuecall.queueId().toString())
        .add("reference_type", "call")
        .add("reference_id", queuecall.call().toString())
        .add("status", queuecall.status().text())
        .add("end_reason", queuecall.endReason().map(EndReason::text).orElse(""))
        .add("position", position(queuecall))
        .add("service_agent_id", queuecall.agentId().toString())
        .add("groupcall_id", queuecall.groupcallId().toString())
        .add(
            "service_call_id",
            queuecall.serviceCall().map(CallId::toString).orElse(OwnedResource.NIL.toString()))
        .add("duration_waiting", Duration.between(queuecall.createdAt(), waitEnd).toMillis())
        .add("duration_service", service.toMillis())
        .add("tm_create", timestamps.text(queuecall.createdAt()))
        .add("tm_service", timestamps.text(queuecall.servedAt()))
        .add("tm_end", timestamps.text(queuecall.endedAt()))
        .add("tm_update", timestamps.text(queuecall.updatedAt()))
        .add("tm_delete", timestamps.text(queuecall.deletedAt()))
        .build();
  }

  /** How many wait before it, and itself. */
  private int position(Queuecall queuecall) {
    if (!queuecall.status().isWaiting()) {
      return 0;
    }
    var waiting =
        EnumSet.of(QueuecallStatus.INITIATING, QueuecallStatus.WAITING, QueuecallStatus.CONNECTING);
    return queuecalls.of(queuecall.queueId(), waiting).indexOf(queuecall.uuid()) + 1;
  }
}
