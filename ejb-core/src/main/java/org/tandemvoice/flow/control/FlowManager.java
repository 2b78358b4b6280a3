package org.tandemvoice.flow.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.direct.entity.DirectHash;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowContent;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/**
 * Makes, changes and deletes flows. Executions that have begun keep the actions they began with.
 */
@Stateless
public class FlowManager {

  private final SecureRandom random = new SecureRandom();

  @Inject private Flows flows;
  @Inject private FlowDocument document;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field of the action that could
   *     not run
   */
  public Flow create(CustomerId customer, JsonFields fields) {
    FlowContent content = known(customer, document.newContent(fields), fields);
    Flow flow = new Flow(ids.next(), customer, content, newHash(), clock.instant());
    flows.add(flow);
    return flow;
  }

  private String newHash() {
    return DirectHash.random(random).text();
  }

  public Flow get(CustomerId customer, UUID id) {
    return flows.find(customer, id).orElseThrow(() -> unknown(id));
  }

  private Flow lock(CustomerId customer, UUID id) {
    return flows.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + id);
  }

  public Page<Flow> list(CustomerId customer, PageRequest request) {
    return flows.page(customer, request);
  }

  /** Fields that are missing stay as they are. */
  public Flow update(CustomerId customer, UUID id, JsonFields fields) {
    Flow flow = lock(customer, id);
    FlowContent before =
        new FlowContent(flow.name(), flow.detail(), flow.actions(), flow.onCompleteFlowId());
    flow.change(known(customer, document.changed(before, fields), fields), clock.instant());
    return flow;
  }

  private FlowContent known(CustomerId customer, FlowContent content, JsonFields fields) {
    UUID next = content.onCompleteFlowId();
    boolean isGiven = fields.has("on_complete_flow_id") && !next.equals(OwnedResource.NIL);
    if (isGiven && flows.find(customer, next).isEmpty()) {
      throw fields.invalid("on_complete_flow_id", "is " + next + ": there is no such flow");
    }
    return content;
  }

  public Flow delete(CustomerId customer, UUID id) {
    Flow flow = lock(customer, id);
    flow.delete(clock.instant());
    return flow;
  }

  /** The old direct hash reaches nobody from now on. */
  public Flow regenerateDirectHash(CustomerId customer, UUID id) {
    Flow flow = lock(customer, id);
    flow.replaceDirectHash(newHash(), clock.instant());
    return flow;
  }
}
