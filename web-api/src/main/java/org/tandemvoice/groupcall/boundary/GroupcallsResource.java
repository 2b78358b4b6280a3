package org.tandemvoice.groupcall.boundary;

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
import org.tandemvoice.groupcall.control.GroupcallManager;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /groupcalls}, once they are begun. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/groupcalls")
@Produces(MediaType.APPLICATION_JSON)
public class GroupcallsResource {

  @Inject private GroupcallManager groupcalls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(groupcalls.list(caller.member(), paging.request(uri)), group -> group);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return groupcalls.get(caller.member(), id.uuid());
  }

  @POST
  @Path("{id}/hangup")
  public JsonObject hangUp(@PathParam("id") ResourceId id) {
    return groupcalls.hangUp(caller.manager(), id.uuid());
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return groupcalls.delete(caller.manager(), id.uuid());
  }
}
