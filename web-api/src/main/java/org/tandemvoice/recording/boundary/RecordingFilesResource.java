package org.tandemvoice.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.recording.control.RecordingManager;

/** {@code /recordingfiles}: sends a client on to the file, by 307 (contract section 10). */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/recordingfiles")
public class RecordingFilesResource {

  @Inject private RecordingManager recordings;
  @Inject private RecordingAnswers answers;
  @Inject private Caller caller;

  /**
   * @throws PlatformException {@code RECORDING_NOT_FOUND} also while there is no whole file
   */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    String url = answers.url(recordings.get(caller.member(), id.uuid()), uri);
    if (url.isEmpty()) {
      throw new PlatformException(
          ErrorCode.RECORDING_NOT_FOUND,
          "recording " + id.text() + " has no file: see its status in GET /recordings");
    }
    return Response.temporaryRedirect(URI.create(url)).build();
  }
}
