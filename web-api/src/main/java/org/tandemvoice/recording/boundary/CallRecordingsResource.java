package org.tandemvoice.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
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
import org.tandemvoice.call.control.CallDocument;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.recording.control.RecordingManager;

/** What {@code /calls/{id}} has of recordings; calls themselves know nothing of them. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallRecordingsResource {

  @Inject private RecordingManager recordings;
  @Inject private RecordingAnswers answers;
  @Inject private CallDocument calls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @POST
  @Path("{id}/recording_start")
  public JsonObject start(@PathParam("id") ResourceId id, JsonFields body) {
    return calls.of(recordings.start(caller.manager(), id.uuid(), body));
  }

  @POST
  @Path("{id}/recording_stop")
  public JsonObject stop(@PathParam("id") ResourceId id) {
    return calls.of(recordings.stop(caller.manager(), id.uuid()));
  }

  @GET
  @Path("{id}/recordings")
  public JsonObject list(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return paging.answer(
        recordings.ofCall(caller.member(), id.uuid(), paging.request(uri)),
        recording -> answers.of(recording, uri));
  }
}
