package org.tandemvoice.queue.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.agent.control.Agents;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.queue.entity.Queue;
import org.tandemvoice.queue.entity.QueueProfile;
import org.tandemvoice.queue.entity.QueuecallStatus;
import org.tandemvoice.queue.entity.RoutingMethod;
import org.tandemvoice.queue.entity.TimeoutAction;
import org.tandemvoice.tag.control.Tags;
import org.tandemvoice.time.control.Timestamps;

/** A queue as the API reads and writes it: seed 003 and the contract in one (C-25). */
@ApplicationScoped
public class QueueDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final long LONGEST_MS = Duration.ofDays(1).toMillis();
  private static final long LONGEST_RING_MS = 600_000;
  private static final Set<QueuecallStatus> WAITING =
      EnumSet.of(QueuecallStatus.INITIATING, QueuecallStatus.WAITING, QueuecallStatus.CONNECTING);

  private static final QueueProfile EMPTY =
      new QueueProfile(
          "",
          "",
          RoutingMethod.UNSET,
          List.of(),
          OwnedResource.NIL,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofSeconds(20),
          TimeoutAction.HANGUP,
          OwnedResource.NIL);

  @Inject private Agents agents;
  @Inject private Queuecalls queuecalls;
  @Inject private Tags tags;
  @Inject private Timestamps timestamps;

  /** With who waits and who is served at this moment. */
  public JsonObject of(Queue queue) {
    QueueProfile profile = queue.profile();
    List<UUID> waiting = queuecalls.of(queue.uuid(), WAITING);
    List<UUID> served = queuecalls.of(queue.uuid(), EnumSet.of(QueuecallStatus.SERVICE));
    long available =
        agents.of(queue.customerId()).stream()
            .filter(agent -> agent.status() == AgentStatus.AVAILABLE)
            .filter(agent -> agent.matches(profile.tagIds()))
            .count();
    return JSON.createObjectBuilder()
        .add("id", queue.uuid().toString())
        .add("customer_id", queue.customerId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("routing_method", profile.routingMethod().text())
        .add("tag_ids", ids(profile.tagIds()))
        .add("direct_hash", queue.directHash())
        .add("wait_flow_id", profile.waitFlowId().toString())
        .add("wait_timeout", profile.waitTimeout().toMillis())
        .add("timeout", profile.waitTimeout().toMillis())
        .add("timeout_action", profile.timeoutAction().text())
        .add("timeout_flow_id", profile.timeoutFlowId().toString())
        .add("service_timeout", profile.serviceTimeout().toMillis())
        .add("ring_timeout", profile.ringTimeout().toMillis())
        .add("available_agents", available)
        .add("waiting_calls", waiting.size())
        .add("wait_queuecall_ids", ids(waiting))
        .add("service_queuecall_ids", ids(served))
        .add("total_incoming_count", queuecalls.total(queue.uuid()))
        .add("total_serviced_count", queuecalls.served(queue.uuid()))
        .add("total_abandoned_count", queuecalls.abandoned(queue.uuid()))
        .add("tm_create", timestamps.text(queue.createdAt()))
        .add("tm_update", timestamps.text(queue.updatedAt()))
        .add("tm_delete", timestamps.text(queue.deletedAt()))
        .build();
  }

  private static JsonArrayBuilder ids(List<UUID> ids) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    ids.forEach(id -> array.add(id.toString()));
    return array;
  }

  QueueProfile newProfile(CustomerId customer, JsonFields fields) {
    return changed(customer, EMPTY, fields);
  }

  /** Fields that are missing are as before. {@code timeout} is {@code wait_timeout} (C-25). */
  QueueProfile changed(CustomerId customer, QueueProfile before, JsonFields fields) {
    String waitTimeout = fields.has("wait_timeout") ? "wait_timeout" : "timeout";
    return new QueueProfile(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.has("routing_method") ? routingMethod(fields) : before.routingMethod(),
        fields.has("tag_ids") ? tags.ids(customer, fields, "tag_ids") : before.tagIds(),
        fields.has("wait_flow_id") ? fields.uuid("wait_flow_id") : before.waitFlowId(),
        millis(fields, waitTimeout, before.waitTimeout(), 0, LONGEST_MS),
        millis(fields, "service_timeout", before.serviceTimeout(), 0, LONGEST_MS),
        millis(fields, "ring_timeout", before.ringTimeout(), 1_000, LONGEST_RING_MS),
        fields.has("timeout_action") ? timeoutAction(fields) : before.timeoutAction(),
        fields.has("timeout_flow_id") ? fields.uuid("timeout_flow_id") : before.timeoutFlowId());
  }

  private static Duration millis(
      JsonFields fields, String name, Duration before, long min, long max) {
    return Duration.ofMillis(fields.integer(name, before.toMillis(), min, max));
  }

  private static RoutingMethod routingMethod(JsonFields fields) {
    String text = fields.text("routing_method");
    return RoutingMethod.of(text)
        .orElseThrow(
            () ->
                fields.invalid(
                    "routing_method", "is \"" + text + "\": give random, longest_idle or linear"));
  }

  private static TimeoutAction timeoutAction(JsonFields fields) {
    String text = fields.text("timeout_action");
    return TimeoutAction.of(text)
        .orElseThrow(
            () -> fields.invalid("timeout_action", "is \"" + text + "\": give hangup or continue"));
  }
}
