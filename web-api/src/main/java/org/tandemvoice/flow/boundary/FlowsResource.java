package org.tandemvoice.flow.boundary;

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
import org.tandemvoice.flow.control.FlowDocument;
import org.tandemvoice.flow.control.FlowManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /flows}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/flows")
@Produces(MediaType.APPLICATION_JSON)
public class FlowsResource {

  @Inject private FlowManager flows;
  @Inject private FlowDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(flows.list(caller.member(), paging.request(uri)), document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(flows.create(caller.manager(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(flows.get(caller.member(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(flows.update(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(flows.delete(caller.manager(), id.uuid()));
  }

  @POST
  @Path("{id}/direct-hash-regenerate")
  public JsonObject regenerateDirectHash(@PathParam("id") ResourceId id) {
    return document.of(flows.regenerateDirectHash(caller.manager(), id.uuid()));
  }
}
