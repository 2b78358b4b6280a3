package org.tandemvoice.call.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.control.CallHold;
import org.tandemvoice.call.control.CallSound;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.json.control.JsonFields;

/**
 * The sound of a progressing call (inventory section 13, C-23). What the contract knows answers
 * with an empty body, what only the seeds know with the call.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallControlResource {

  @Inject private CallHold hold;
  @Inject private CallSound sound;
  @Inject private Caller caller;

  @POST
  @Path("{id}/hold")
  public Response hold(@PathParam("id") ResourceId id) {
    hold.hold(caller.manager(), id.uuid());
    return done();
  }

  @DELETE
  @Path("{id}/hold")
  public Response unhold(@PathParam("id") ResourceId id) {
    hold.resume(caller.manager(), id.uuid());
    return done();
  }

  @POST
  @Path("{id}/resume")
  public JsonObject resume(@PathParam("id") ResourceId id) {
    return hold.resume(caller.manager(), id.uuid());
  }

  @POST
  @Path("{id}/mute")
  public Response mute(@PathParam("id") ResourceId id, JsonFields body) {
    hold.mute(caller.manager(), id.uuid(), direction(body));
    return done();
  }

  @DELETE
  @Path("{id}/mute")
  public Response unmuteDirection(@PathParam("id") ResourceId id, JsonFields body) {
    hold.unmute(caller.manager(), id.uuid(), direction(body));
    return done();
  }

  @POST
  @Path("{id}/unmute")
  public JsonObject unmute(@PathParam("id") ResourceId id) {
    return hold.unmute(caller.manager(), id.uuid(), MuteState.BOTH);
  }

  @POST
  @Path("{id}/moh")
  public Response startMusic(@PathParam("id") ResourceId id) {
    sound.music(caller.manager(), id.uuid(), true);
    return done();
  }

  @DELETE
  @Path("{id}/moh")
  public Response stopMusic(@PathParam("id") ResourceId id) {
    sound.music(caller.manager(), id.uuid(), false);
    return done();
  }

  @POST
  @Path("{id}/silence")
  public Response startSilence(@PathParam("id") ResourceId id) {
    sound.silence(caller.manager(), id.uuid(), true);
    return done();
  }

  @DELETE
  @Path("{id}/silence")
  public Response stopSilence(@PathParam("id") ResourceId id) {
    sound.silence(caller.manager(), id.uuid(), false);
    return done();
  }

  @POST
  @Path("{id}/talk")
  public Response talk(@PathParam("id") ResourceId id, JsonFields body) {
    sound.talk(caller.manager(), id.uuid(), body);
    return done();
  }

  @POST
  @Path("{id}/dtmf")
  public JsonObject press(@PathParam("id") ResourceId id, JsonFields body) {
    return sound.press(caller.manager(), id.uuid(), body);
  }

  /** Nothing said is both (contract section 6). */
  private static MuteState direction(JsonFields body) {
    String direction = body.text("direction");
    return MuteState.of(direction.isEmpty() ? "both" : direction)
        .orElseThrow(
            () -> body.invalid("direction", "is \"" + direction + "\": give in, out or both"));
  }

  private static Response done() {
    return Response.ok().build();
  }
}
