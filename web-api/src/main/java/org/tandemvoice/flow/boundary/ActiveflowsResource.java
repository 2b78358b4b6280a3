package org.tandemvoice.flow.boundary;

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
import org.tandemvoice.flow.control.ActiveflowManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /activeflows}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/activeflows")
@Produces(MediaType.APPLICATION_JSON)
public class ActiveflowsResource {

  @Inject private ActiveflowManager activeflows;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(
        activeflows.list(caller.member(), paging.request(uri)), activeflow -> activeflow);
  }

  /** Runs a flow that works on no call. */
  @POST
  public JsonObject start(JsonFields body) {
    return activeflows.start(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return activeflows.get(caller.member(), id.uuid());
  }

  @POST
  @Path("{id}/stop")
  public JsonObject stop(@PathParam("id") ResourceId id) {
    return activeflows.stop(caller.manager(), id.uuid());
  }

  /** Answers 204 (contract section 3). */
  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") ResourceId id) {
    activeflows.delete(caller.manager(), id.uuid());
  }
}
