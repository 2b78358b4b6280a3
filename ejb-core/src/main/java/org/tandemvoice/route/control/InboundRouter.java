package org.tandemvoice.route.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.tandemvoice.call.control.CallAdmission;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.trunk.control.TrunkLimit;

/**
 * Takes in an authenticated INVITE: decides what it reaches and starts that, all in one
 * transaction.
 */
@Stateless
public class InboundRouter {

  @Inject private CallAdmission admission;
  @Inject private CallManager calls;
  @Inject private CallStates states;
  @Inject private FlowRunner runner;
  @Inject private TrunkLimit trunks;
  @Inject @Any private Instance<DialledKind> kinds;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /**
   * A phone or a trunk of the customer calls, or somebody outside calls the customer.
   *
   * @throws PlatformException {@code ROUTE_NOT_FOUND} if nothing is reached by what was dialled,
   *     {@code MEDIA_NOT_ACCEPTABLE}, {@code RESOURCE_LIMIT_EXCEEDED} if its trunk is full, {@code
   *     SERVICE_UNAVAILABLE}, also if its customer cannot pay for it; no call has been made then
   */
  public void route(IncomingLeg leg) {
    if (!leg.sdp().isEmpty() && !media.canAnswer(leg.sdp())) {
      throw new PlatformException(
          ErrorCode.MEDIA_NOT_ACCEPTABLE, "the offer holds no audio in a codec of ours");
    }
    Reception reception =
        kinds.stream()
            .flatMap(kind -> kind.receive(leg).stream())
            .findFirst()
            .orElseThrow(() -> unreached(leg));
    if (leg.origin() instanceof LegOrigin.Trunk trunk) {
      trunks.enter(trunk.id(), leg.callId());
    }
    Call call = calls.accept(leg, runner.reference(reception.plan()));
    runner.attach(call, reception.plan(), FlowVariables.NONE, OwnedResource.NIL);
    if (reception.rings()) {
      states.ringing(call);
    }
    runner.begin(call);
    admission.accept(call, leg);
  }

  private static PlatformException unreached(IncomingLeg leg) {
    return new PlatformException(
        ErrorCode.ROUTE_NOT_FOUND, "nothing is reached by " + leg.dialled());
  }
}
