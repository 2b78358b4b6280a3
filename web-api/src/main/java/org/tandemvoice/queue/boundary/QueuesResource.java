package org.tandemvoice.queue.boundary;

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
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.queue.control.QueueManager;

/** {@code /queues}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {

  @Inject private QueueManager queues;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(queues.list(caller.member(), paging.request(uri)), queue -> queue);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return queues.create(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return queues.get(caller.member(), id.uuid());
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return queues.update(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/tag_ids")
  public JsonObject tagIds(@PathParam("id") ResourceId id, JsonFields body) {
    return queues.update(caller.manager(), id.uuid(), body);
  }

  @PUT
  @Path("{id}/routing_method")
  public JsonObject routingMethod(@PathParam("id") ResourceId id, JsonFields body) {
    return queues.update(caller.manager(), id.uuid(), body);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return queues.delete(caller.manager(), id.uuid());
  }

  @POST
  @Path("{id}/direct-hash-regenerate")
  public JsonObject regenerateDirectHash(@PathParam("id") ResourceId id) {
    return queues.regenerateDirectHash(caller.manager(), id.uuid());
  }
}
