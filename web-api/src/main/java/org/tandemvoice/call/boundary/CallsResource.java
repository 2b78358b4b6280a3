package org.tandemvoice.call.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.Moment;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.control.CallDocument;
import org.tandemvoice.call.control.CallManager;
import org.tandemvoice.call.control.CallQueries;
import org.tandemvoice.call.control.CallRemoval;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /calls}, once they are placed. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallsResource {

  @Inject private CallManager calls;
  @Inject private CallQueries queries;
  @Inject private CallRemoval removal;
  @Inject private CallDocument document;
  @Inject private EventPaging eventPaging;
  @Inject private Caller caller;
  @Inject private Paging paging;
  @Inject private Moment moment;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(queries.list(caller.member(), paging.request(uri)), call -> call);
  }

  /** The call as it is, or as it was {@code at} a time. */
  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id, @QueryParam("at") String at) {
    return at == null
        ? queries.get(caller.member(), id.uuid())
        : queries.get(caller.member(), id.uuid(), moment.of("at", at));
  }

  @POST
  @Path("{id}/hangup")
  public JsonObject hangUp(@PathParam("id") ResourceId id) {
    return document.of(calls.hangUp(caller.manager(), id.uuid()));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return removal.remove(caller.manager(), id.uuid());
  }

  /** Oldest first. */
  @GET
  @Path("{id}/events")
  public JsonObject events(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    int size = paging.size(uri);
    return eventPaging.answer(
        queries.events(caller.member(), id.uuid(), eventPaging.after(uri), size));
  }
}
