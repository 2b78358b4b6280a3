package org.tandemvoice.campaign.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.campaign.control.CampaigncallManager;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /campaigncalls}: the tries of campaigns. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/campaigncalls")
@Produces(MediaType.APPLICATION_JSON)
public class CampaigncallsResource {

  @Inject private CampaigncallManager campaigncalls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(campaigncalls.list(caller.member(), paging.request(uri)), found -> found);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return campaigncalls.get(caller.member(), id.uuid());
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return campaigncalls.delete(caller.manager(), id.uuid());
  }
}
