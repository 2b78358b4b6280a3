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
import org.tandemvoice.campaign.control.CampaignManager;
import org.tandemvoice.campaign.control.CampaigncallManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /campaigns}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/campaigns")
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {

  @Inject private CampaignManager campaigns;
  @Inject private CampaigncallManager campaigncalls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(campaigns.list(caller.member(), paging.request(uri)), found -> found);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return campaigns.create(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return campaigns.get(caller.member(), id.uuid());
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.update(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/status")
  public JsonObject status(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.turn(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/service_level")
  public JsonObject serviceLevel(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.set(caller.manager(), id.uuid(), body, "service_level");
  }

  @PUT
  @Path("{id}/actions")
  public JsonObject actions(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.set(caller.manager(), id.uuid(), body, "actions");
  }

  @PUT
  @Path("{id}/next_campaign_id")
  public JsonObject nextCampaignId(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.set(caller.manager(), id.uuid(), body, "next_campaign_id");
  }

  @PUT
  @Path("{id}/resource_info")
  public JsonObject resourceInfo(@PathParam("id") ResourceId id, JsonFields body) {
    return campaigns.update(caller.manager(), id.uuid(), body);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return campaigns.delete(caller.manager(), id.uuid());
  }

  /** The tries of the campaign. */
  @GET
  @Path("{id}/campaigncalls")
  public JsonObject campaigncalls(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return paging.answer(
        campaigncalls.list(caller.member(), id.uuid(), paging.request(uri)), found -> found);
  }
}
