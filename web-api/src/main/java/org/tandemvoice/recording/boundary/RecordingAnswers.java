package org.tandemvoice.recording.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.recording.control.RecordedFiles;
import org.tandemvoice.recording.control.RecordingDocument;
import org.tandemvoice.recording.entity.Recording;

/** Writes recordings with a fresh signed URL, as a client of this request can reach it. */
@ApplicationScoped
public class RecordingAnswers {

  private RecordingDocument document;
  private RecordedFiles files;
  private Optional<URI> address = Optional.empty();

  protected RecordingAnswers() {}

  /**
   * @param address {@code API_URL}, under which clients reach the API if that is not what their
   *     requests name, for instance behind a proxy: {@code https://api.example.com}
   */
  @Inject
  public RecordingAnswers(
      RecordingDocument document,
      RecordedFiles files,
      @ConfigProperty(name = "API_URL") Optional<URI> address) {
    this.document = document;
    this.files = files;
    this.address = address;
  }

  JsonObject of(Recording recording, UriInfo request) {
    return document.of(recording, url(recording, request));
  }

  /** Empty until the file is stored. */
  String url(Recording recording, UriInfo request) {
    return files.url(recording, address.orElseGet(request::getBaseUri));
  }
}
