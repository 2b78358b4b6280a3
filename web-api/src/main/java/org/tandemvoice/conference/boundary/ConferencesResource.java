package org.tandemvoice.conference.boundary;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.conference.control.ConferenceAnnouncements;
import org.tandemvoice.conference.control.ConferenceDocument;
import org.tandemvoice.conference.control.ConferenceManager;
import org.tandemvoice.conference.control.ConferenceRecorder;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /conferences}. Under /v1 the status is written as the seed has it (C-74). */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/conferences")
@Produces(MediaType.APPLICATION_JSON)
public class ConferencesResource {

  @Inject private ConferenceManager conferences;
  @Inject private ConferenceRecorder recorder;
  @Inject private ConferenceAnnouncements announcements;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@PathParam("version") String version, @Context UriInfo uri) {
    return paging.answer(
        conferences.list(caller.member(), paging.request(uri)), found -> shown(found, version));
  }

  @POST
  public JsonObject create(@PathParam("version") String version, JsonFields body) {
    return shown(conferences.create(caller.manager(), body), version);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("version") String version, @PathParam("id") ResourceId id) {
    return shown(conferences.get(caller.member(), id.uuid()), version);
  }

  @PUT
  @Path("{id}")
  public JsonObject update(
      @PathParam("version") String version, @PathParam("id") ResourceId id, JsonFields body) {
    return shown(conferences.update(caller.manager(), id.uuid(), body), version);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("version") String version, @PathParam("id") ResourceId id) {
    return shown(conferences.delete(caller.manager(), id.uuid()), version);
  }

  @POST
  @Path("{id}/direct-hash-regenerate")
  public JsonObject regenerateDirectHash(
      @PathParam("version") String version, @PathParam("id") ResourceId id) {
    return shown(conferences.regenerateDirectHash(caller.manager(), id.uuid()), version);
  }

  @POST
  @Path("{id}/recording_start")
  public Response startRecording(@PathParam("id") ResourceId id, JsonFields body) {
    recorder.start(caller.manager(), id.uuid(), body);
    return Response.ok().build();
  }

  @POST
  @Path("{id}/recording_stop")
  public Response stopRecording(@PathParam("id") ResourceId id) {
    recorder.stop(caller.manager(), id.uuid());
    return Response.ok().build();
  }

  @POST
  @Path("{id}/talk")
  public Response talk(@PathParam("id") ResourceId id, JsonFields body) {
    announcements.talk(caller.manager(), id.uuid(), body);
    return Response.ok().build();
  }

  @POST
  @Path("{id}/play")
  public Response play(@PathParam("id") ResourceId id, JsonFields body) {
    announcements.play(caller.manager(), id.uuid(), body);
    return Response.ok().build();
  }

  private static JsonObject shown(JsonObject document, String version) {
    return ConferenceDocument.withStatus(document, version.equals("v1"));
  }
}
