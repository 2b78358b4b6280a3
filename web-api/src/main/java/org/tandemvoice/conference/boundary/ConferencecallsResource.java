package org.tandemvoice.conference.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.conference.control.ConferencecallManager;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /conferencecalls}: the parties of conferences. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/conferencecalls")
@Produces(MediaType.APPLICATION_JSON)
public class ConferencecallsResource {

  @Inject private ConferencecallManager parties;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@QueryParam("conference_id") ResourceId conference, @Context UriInfo uri) {
    UUID only = conference == null ? OwnedResource.NIL : conference.uuid();
    return paging.answer(parties.list(caller.member(), only, paging.request(uri)), found -> found);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return parties.get(caller.member(), id.uuid());
  }

  @DELETE
  @Path("{id}")
  public JsonObject kick(@PathParam("id") ResourceId id) {
    return parties.kick(caller.manager(), id.uuid());
  }

  @POST
  @Path("{id}/mute")
  public JsonObject mute(@PathParam("id") ResourceId id, JsonFields body) {
    return parties.mute(caller.manager(), id.uuid(), true, body);
  }

  @POST
  @Path("{id}/unmute")
  public JsonObject unmute(@PathParam("id") ResourceId id, JsonFields body) {
    return parties.mute(caller.manager(), id.uuid(), false, body);
  }

  @DELETE
  @Path("{id}/mute")
  public JsonObject unmute(
      @PathParam("id") ResourceId id, @QueryParam("actor_id") ResourceId actor) {
    return parties.mute(caller.manager(), id.uuid(), false, by(actor));
  }

  private static JsonFields by(ResourceId actor) {
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    if (actor != null) {
      fields.add("actor_id", actor.uuid().toString());
    }
    return JsonFields.of(fields.build());
  }
}
