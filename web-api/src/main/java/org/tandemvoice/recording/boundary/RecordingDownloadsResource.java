package org.tandemvoice.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.recording.control.RecordedFiles;
import org.tandemvoice.recording.control.RecordingLinks;
import org.tandemvoice.recording.entity.RecordingFormat;

/** The files of recordings that this server keeps, for whoever has a signed URL that is not old. */
@PublicAccess
@ApplicationScoped
@jakarta.ws.rs.Path(ApiApplication.VERSION + "/recordingfiles/{id}/{file}")
public class RecordingDownloadsResource {

  @Inject private RecordingLinks links;
  @Inject private RecordedFiles files;

  /**
   * @throws PlatformException {@code PERMISSION_DENIED} if the signature is not ours or too old,
   *     {@code RECORDING_NOT_FOUND} if the recording was deleted since
   */
  @GET
  public Response get(
      @PathParam("id") ResourceId id,
      @QueryParam("expires") @DefaultValue("") String expires,
      @QueryParam("signature") @DefaultValue("") String signature,
      @HeaderParam("Range") String range) {
    UUID recording = id.uuid();
    if (!expires.matches("\\d{1,18}")
        || !links.isGood(recording, Long.parseLong(expires), signature)) {
      throw new PlatformException(
          ErrorCode.PERMISSION_DENIED,
          "the URL is not signed by this server, or too old: get a new one by GET /recordings/"
              + recording);
    }
    return answer(
        files
            .kept(recording)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.RECORDING_NOT_FOUND, "there is no recording " + recording)),
        range);
  }

  private static Response answer(Path file, String header) {
    long size = size(file);
    var range = ByteRange.of(header, size);
    if (range.isPresent() && !range.get().isSatisfiable()) {
      return Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
          .header("Content-Range", range.get().contentRange(size))
          .build();
    }
    ByteRange part = range.orElse(new ByteRange(0, size));
    StreamingOutput body = output -> copy(file, part, output);
    Response.ResponseBuilder answer =
        Response.status(range.isPresent() ? 206 : 200)
            .entity(body)
            .type(contentType(file))
            .header("Accept-Ranges", "bytes")
            .header("Content-Length", part.length())
            .header("Cache-Control", "private, no-store");
    range.ifPresent(asked -> answer.header("Content-Range", asked.contentRange(size)));
    return answer.build();
  }

  private static void copy(Path file, ByteRange part, OutputStream output) throws IOException {
    try (FileChannel input = FileChannel.open(file)) {
      var target = Channels.newChannel(output);
      long sent = 0;
      while (sent < part.length()) {
        long count = input.transferTo(part.first() + sent, part.length() - sent, target);
        if (count <= 0) {
          throw new IOException(file + " has become shorter while it was read");
        }
        sent += count;
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException cannotRead) {
      throw new UncheckedIOException(cannotRead);
    }
  }

  private static String contentType(Path file) {
    String name = file.getFileName().toString();
    return Arrays.stream(RecordingFormat.values())
        .filter(format -> name.endsWith("." + format.text()))
        .findFirst()
        .map(RecordingFormat::contentType)
        .orElse("application/octet-stream");
  }
}
