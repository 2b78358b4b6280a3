package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.recording.control.EndFlow;
import org.tandemvoice.recording.control.RecordingVariables;
import org.tandemvoice.recording.entity.Recording;

/** Runs the flow of {@code on_end_flow_id}, without a call. */
@ApplicationScoped
public class RecordingEndFlow implements EndFlow {

  @Inject private Flows flows;
  @Inject private FlowRunner runner;
  @Inject private TimeOrderedIds ids;

  @Override
  public void require(CustomerId customer, UUID flow) {
    if (!flow.equals(OwnedResource.NIL) && flows.find(customer, flow).isEmpty()) {
      throw new PlatformException(
          ErrorCode.FLOW_NOT_FOUND, "on_end_flow_id: there is no flow " + flow);
    }
  }

  @Override
  public void begin(Recording recording) {
    flows
        .find(recording.customerId(), recording.onEndFlowId())
        .ifPresent(
            flow ->
                runner.start(
                    recording.customerId(),
                    ids.next(),
                    FlowPlan.of(flow),
                    FlowVariables.of(RecordingVariables.of(recording))));
  }
}
