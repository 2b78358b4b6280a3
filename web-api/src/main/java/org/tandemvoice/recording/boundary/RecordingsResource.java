package org.tandemvoice.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.recording.control.RecordingFilter;
import org.tandemvoice.recording.control.RecordingManager;
import org.tandemvoice.recording.entity.RecordingStatus;

/**
 * {@code /recordings}. A list may be narrowed by {@code reference_id} (a call) and {@code status}.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/recordings")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingsResource {

  @Inject private RecordingManager recordings;
  @Inject private RecordingAnswers answers;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(
        recordings.list(caller.member(), filter(uri), paging.request(uri)),
        recording -> answers.of(recording, uri));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return answers.of(recordings.get(caller.member(), id.uuid()), uri);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return answers.of(recordings.delete(caller.manager(), id.uuid()), uri);
  }

  private static RecordingFilter filter(UriInfo uri) {
    return new RecordingFilter(
        value(uri, "reference_id").map(text -> new ResourceId(text).uuid()),
        value(uri, "status").map(RecordingsResource::status));
  }

  private static Optional<String> value(UriInfo uri, String name) {
    return Optional.ofNullable(uri.getQueryParameters().getFirst(name))
        .filter(text -> !text.isEmpty());
  }

  private static RecordingStatus status(String text) {
    return Arrays.stream(RecordingStatus.values())
        .filter(status -> status.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String message =
                  "is \"" + text + "\": give initiating, recording, stopping, ended or failed";
              return new PlatformException(
                  ErrorCode.INVALID_REQUEST_PARAMETER,
                  "status: " + message,
                  List.of(new FieldViolation("status", message)));
            });
  }
}
