package org.tandemvoice.route.control;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.control.FlowRunner;
import org.tandemvoice.media.MediaSessionFactory;

/**
 * Takes in an authenticated INVITE: decides what it reaches and starts that, all in one
 * transaction.
 */
@Stateless
public class InboundRouter {

  @Inject private CallManager calls;
  @Inject private Destinations destinations;
  @Inject private FlowRunner flows;

  @Resource(lookup = "java:/eis/Media")
  private MediaSessionFactory media;

  /**
   * A phone of the customer calls. Another extension is connected to it; its ringing and its
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
    Address destination = leg.destination();
    if (destinations.extension(leg.customerId(), destination).isEmpty()) {
      throw new PlatformException(
          ErrorCode.ROUTE_NOT_FOUND, "nothing is reached by " + leg.dialled());
    }
    Call call = calls.accept(leg, flows.reference(OwnedResource.NIL));
    flows.attach(call, connectTo(destination).toString());
    flows.begin(call);
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
