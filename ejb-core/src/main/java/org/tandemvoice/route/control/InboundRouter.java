package org.tandemvoice.route.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowPlan;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.flow.control.Flows;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.number.entity.PhoneNumber;

/**
 * Takes in an authenticated INVITE: decides what it reaches and starts that, all in one
 * transaction.
 */
@Stateless
public class InboundRouter {

  @Inject private CallManager calls;
  @Inject private CallStates states;
  @Inject private Destinations destinations;
  @Inject private FlowRunner runner;
  @Inject private Flows flows;
  @Inject private PhoneNumbers numbers;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /**
   * A phone of the customer calls. A number of the customer rings until its flow answers. Another
   * extension, or a party by its SIP address, is connected to the phone; its ringing and its
   * refusal are passed on.
   *
   * @throws PlatformException {@code ROUTE_NOT_FOUND} if nothing is reached by what was dialled,
   *     {@code MEDIA_NOT_ACCEPTABLE}, {@code SERVICE_UNAVAILABLE}; no call has been made then
   */
  public void route(IncomingLeg leg) {
    if (!leg.sdp().isEmpty() && !media.canAnswer(leg.sdp())) {
      throw new PlatformException(
          ErrorCode.MEDIA_NOT_ACCEPTABLE, "the offer holds no audio in a codec of ours");
    }
    switch (leg.destination().type()) {
      case "tel" -> runFlowOfNumber(leg);
      case "extension", "sip" -> connect(leg);
      default -> throw unreached(leg);
    }
  }

  private void runFlowOfNumber(IncomingLeg leg) {
    UUID flowId =
        numbers
            .findOwn(leg.customerId(), leg.destination().target())
            .map(PhoneNumber::profile)
            .orElseThrow(() -> unreached(leg))
            .callFlowId();
    FlowPlan plan =
        flows
            .find(leg.customerId(), flowId)
            .map(FlowPlan::of)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.ROUTE_NOT_FOUND, leg.dialled() + " has no flow"));
    Call call = accept(leg, plan);
    states.ringing(call);
    runner.begin(call);
  }

  private void connect(IncomingLeg leg) {
    Address destination = leg.destination();
    boolean isExtension = destination.type().equals("extension");
    if (isExtension && destinations.extension(leg.customerId(), destination).isEmpty()) {
      throw unreached(leg);
    }
    runner.begin(accept(leg, FlowPlan.of(connectTo(destination).toString())));
  }

  private Call accept(IncomingLeg leg, FlowPlan plan) {
    Call call = calls.accept(leg, runner.reference(plan));
    runner.attach(call, plan, FlowVariables.NONE, OwnedResource.NIL);
    return call;
  }

  private static PlatformException unreached(IncomingLeg leg) {
    return new PlatformException(
        ErrorCode.ROUTE_NOT_FOUND, "nothing is reached by " + leg.dialled());
  }

  private static JsonArray connectTo(Address destination) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("type", "connect")
                .add(
                    "option",
                    Json.createObjectBuilder()
                        .add(
                            "destinations",
                            Json.createArrayBuilder().add(AddressColumn.json(destination)))
                        .add("ring_timeout", 120_000)
                        .add("relay_reason", true)))
        .build();
  }
}
