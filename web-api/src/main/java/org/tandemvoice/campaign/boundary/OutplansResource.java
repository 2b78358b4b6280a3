package org.tandemvoice.campaign.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.campaign.control.OutplanManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /outplans}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/outplans")
@Produces(MediaType.APPLICATION_JSON)
public class OutplansResource {

  @Inject private OutplanManager outplans;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(outplans.list(caller.member(), paging.request(uri)), found -> found);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return outplans.create(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return outplans.get(caller.member(), id.uuid());
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return outplans.update(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/dial_info")
  public JsonObject dialInfo(@PathParam("id") ResourceId id, JsonFields body) {
    return outplans.update(caller.manager(), id.uuid(), body);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return outplans.delete(caller.manager(), id.uuid());
  }
}
