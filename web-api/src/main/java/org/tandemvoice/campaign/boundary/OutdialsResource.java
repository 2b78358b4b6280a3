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
import org.tandemvoice.campaign.control.OutdialManager;
import org.tandemvoice.campaign.control.OutdialTargetManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /outdials} and their targets. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/outdials")
@Produces(MediaType.APPLICATION_JSON)
public class OutdialsResource {

  @Inject private OutdialManager outdials;
  @Inject private OutdialTargetManager targets;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(outdials.list(caller.member(), paging.request(uri)), found -> found);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return outdials.create(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return outdials.get(caller.member(), id.uuid());
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return outdials.update(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/campaign_id")
  public JsonObject campaignId(@PathParam("id") ResourceId id, JsonFields body) {
    return outdials.assign(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/data")
  public JsonObject data(@PathParam("id") ResourceId id, JsonFields body) {
    return outdials.update(caller.manager(), id.uuid(), body);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return outdials.delete(caller.manager(), id.uuid());
  }

  @GET
  @Path("{id}/targets")
  public JsonObject targets(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return paging.answer(
        targets.list(caller.member(), id.uuid(), paging.request(uri)), found -> found);
  }

  @POST
  @Path("{id}/targets")
  public JsonObject createTarget(@PathParam("id") ResourceId id, JsonFields body) {
    return targets.create(caller.manager(), id.uuid(), body);
  }

  @GET
  @Path("{id}/targets/{target}")
  public JsonObject target(@PathParam("id") ResourceId id, @PathParam("target") ResourceId target) {
    return targets.get(caller.member(), id.uuid(), target.uuid());
  }

  @DELETE
  @Path("{id}/targets/{target}")
  public JsonObject deleteTarget(
      @PathParam("id") ResourceId id, @PathParam("target") ResourceId target) {
    return targets.delete(caller.manager(), id.uuid(), target.uuid());
  }
}
