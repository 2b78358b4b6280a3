package org.tandemvoice.route.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonStructure;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.route.control.CallOrder;
import org.tandemvoice.route.control.CallPlacement;

/**
 * POST {@code /calls}; all else of that path is the calls' own. Placing a call needs flows and
 * routes, which calls know nothing of.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallPlacementResource {

  @Inject private CallPlacement placement;
  @Inject private PlacedCalls placed;
  @Inject private Caller caller;

  /** Answers at once; the calls are dialing (inventory section 9). */
  @POST
  public JsonStructure place(@HeaderParam("X-Api-Version") String apiVersion, JsonFields body) {
    var version = placed.version(apiVersion, caller.apiVersion());
    return placed.answer(placement.place(caller.manager(), CallOrder.from(body)), version);
  }
}
