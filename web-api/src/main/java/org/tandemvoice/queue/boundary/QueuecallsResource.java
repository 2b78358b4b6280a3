package org.tandemvoice.queue.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.queue.control.QueuecallManager;

/** {@code /queuecalls}: the callers in queues. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/queuecalls")
@Produces(MediaType.APPLICATION_JSON)
public class QueuecallsResource {

  @Inject private QueuecallManager queuecalls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(queuecalls.list(caller.member(), paging.request(uri)), found -> found);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return queuecalls.get(caller.member(), id.uuid());
  }

  @POST
  @Path("{id}/kick")
  public JsonObject kick(@PathParam("id") ResourceId id) {
    return queuecalls.kick(caller.manager(), id.uuid());
  }

  /** The same, by the id of the call. */
  @POST
  @Path("reference_id/{id}/kick")
  public JsonObject kickCall(@PathParam("id") ResourceId id) {
    return queuecalls.kickCall(caller.manager(), id.uuid());
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return queuecalls.delete(caller.manager(), id.uuid());
  }
}
