package org.tandemvoice.call.control.command;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.LegEnd;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.OutboundLeg;
import org.tandemvoice.call.control.SignalingException;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.media.MediaException;

/**
 * Opens media for an outgoing call and sends its INVITE. Where that is impossible the call has
 * failed.
 */
public record DialLeg(
    CallId call,
    CallId lane,
    CustomerId customer,
    Address source,
    Address destination,
    List<LegTarget> targets)
    implements LegCommand {

  private static final Logger LOG = System.getLogger(DialLeg.class.getName());

  public DialLeg(Call call, List<LegTarget> targets) {
    this(
        call.id(),
        call.master().orElse(call.id()),
        call.customerId(),
        call.source(),
        call.destination(),
        targets);
  }

  @Override
  public void run(Switchboard switchboard) {
    if (targets.isEmpty()) {
      switchboard.calls().legReleased(call, LegEnd.of(ReleaseCause.UNREACHABLE));
      return;
    }
    try {
      String offer = switchboard.media().open(call.value()).offer();
      switchboard
          .signaling()
          .dial(new OutboundLeg(call, lane, customer, source, destination, targets, offer));
    } catch (SignalingException failure) {
      LOG.log(Level.INFO, "call={0} cannot be dialled: {1}", call, failure.getMessage());
      switchboard.calls().legReleased(call, LegEnd.of(failure.releaseCause()));
    } catch (MediaException failure) {
      switchboard.calls().legReleased(call, LegEnd.of(ReleaseCause.UNAVAILABLE));
    }
  }
}
