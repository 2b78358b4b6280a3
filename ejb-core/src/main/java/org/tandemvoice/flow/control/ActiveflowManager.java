package org.tandemvoice.flow.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.webhook.control.ImplicitWebhooks;
import org.tandemvoice.webhook.entity.WebhookProfile;

/** What customers may see and do of executions. */
@Stateless
public class ActiveflowManager {

  private static final int SHOWN_ACTIONS = 1000;

  @Inject private Activeflows activeflows;
  @Inject private ActiveflowDocument document;
  @Inject private ActiveflowEvents events;
  @Inject private Calls calls;
  @Inject private FlowDocument flowDocument;
  @Inject private FlowExecution execution;
  @Inject private FlowRunner runner;
  @Inject private Flows flows;
  @Inject private ImplicitWebhooks webhooks;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Runs a flow that works on no call: {@code flow_id} or {@code actions}, {@code variables}, and
   * an {@code id} if the client wants to choose it, and {@code webhook_uri} with {@code
   * webhook_method} if its events shall go there too.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}, {@code INVALID_VARIABLES}, {@code
   *     FLOW_NOT_FOUND}, {@code ACTIVEFLOW_ALREADY_EXISTS}
   */
  public JsonObject start(CustomerId customer, JsonFields fields) {
    FlowVariables variables = VariableReader.read(fields);
    UUID id = fields.uuid("id");
    if (activeflows.contains(id)) {
      throw new PlatformException(
          ErrorCode.ACTIVEFLOW_ALREADY_EXISTS, "there is an activeflow " + id + " already");
    }
    UUID chosen = id.equals(OwnedResource.NIL) ? ids.next() : id;
    webhooks.ofActiveflow(customer, chosen, fields);
    return shown(runner.start(customer, chosen, plan(customer, fields), variables));
  }

  private FlowPlan plan(CustomerId customer, JsonFields fields) {
    UUID flow = fields.uuid("flow_id");
    if (flow.equals(OwnedResource.NIL)) {
      return FlowPlan.of(flowDocument.actions(fields).toString());
    }
    return flows
        .find(customer, flow)
        .map(FlowPlan::of)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + flow));
  }

  public JsonObject get(CustomerId customer, UUID id) {
    return activeflows.find(customer, id).map(this::shown).orElseThrow(() -> unknown(id));
  }

  /** Without the history of each, which may be long. */
  public Page<JsonObject> list(CustomerId customer, PageRequest request) {
    Page<Activeflow> page = activeflows.page(customer, request);
    return new Page<>(
        page.items().stream()
            .map(activeflow -> document.of(activeflow, activeflows.executed(activeflow, 0)))
            .toList(),
        page.next());
  }

  /**
   * Ends the execution, and the call it works on.
   *
   * @throws PlatformException {@code ACTIVEFLOW_ALREADY_STOPPED}
   */
  public JsonObject stop(CustomerId customer, UUID id) {
    Activeflow activeflow = locked(customer, id);
    if (!activeflow.isRunning()) {
      throw new PlatformException(
          ErrorCode.ACTIVEFLOW_ALREADY_STOPPED, "activeflow " + id + " is over already");
    }
    stop(activeflow);
    return shown(activeflow);
  }

  /** Takes it out of the customer's sight. One that runs is stopped as well. */
  public void delete(CustomerId customer, UUID id) {
    Activeflow activeflow = locked(customer, id);
    if (activeflow.isRunning()) {
      stop(activeflow);
    }
    activeflow.delete(clock.instant());
    events.deleted(activeflow);
  }

  private void stop(Activeflow activeflow) {
    Optional<Call> call = activeflow.callId().flatMap(calls::lock);
    execution.finish(activeflow, call, ReleaseCause.NORMAL);
  }

  private Activeflow locked(CustomerId customer, UUID id) {
    if (!activeflows.isOf(customer, id)) {
      throw unknown(id);
    }
    return activeflows.lock(id).orElseThrow(() -> unknown(id));
  }

  private JsonObject shown(Activeflow activeflow) {
    Optional<WebhookProfile> webhook = webhooks.ofActiveflow(activeflow.uuid());
    return JSON.createObjectBuilder(
            document.of(activeflow, activeflows.executed(activeflow, SHOWN_ACTIONS)))
        .add("webhook_uri", webhook.map(WebhookProfile::url).orElse(""))
        .add("webhook_method", webhook.map(profile -> profile.method().name()).orElse(""))
        .build();
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.ACTIVEFLOW_NOT_FOUND, "there is no activeflow " + id);
  }
}
