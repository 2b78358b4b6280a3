package org.tandemvoice.route.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.route.control.GroupPlacement;

/**
 * POST {@code /groupcalls}; all else of that path is the groupcalls' own. Beginning one needs flows
 * and numbers, which groupcalls know nothing of.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/groupcalls")
@Produces(MediaType.APPLICATION_JSON)
public class GroupPlacementResource {

  @Inject private GroupPlacement placement;
  @Inject private Caller caller;

  /** Answers at once; the groupcall rings. */
  @POST
  public JsonObject place(JsonFields body) {
    return placement.place(caller.manager(), body);
  }
}
