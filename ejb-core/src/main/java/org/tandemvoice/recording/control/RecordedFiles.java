package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingStatus;

/** The files of recordings, for those who read or play them. */
@ApplicationScoped
public class RecordedFiles {

  /** The API has no address here, and a link that S3 makes needs none. */
  private static final URI NOWHERE = URI.create("http://localhost/");

  @Inject private Recordings recordings;
  @Inject private RecordingStorage storage;
  @Inject private RecordingStore store;
  @Inject private RecordingSettings settings;
  @Inject private Clock clock;

  /** The customer's recording as something to play; empty if it has no whole file. */
  public Optional<RecordedFile> playable(CustomerId customer, UUID id) {
    return recordings.find(customer, id).filter(RecordedFiles::isWhole).map(this::playable);
  }

  private static boolean isWhole(Recording recording) {
    return recording.isStored()
        || recording.status() == RecordingStatus.STOPPING && recording.endedAt().isPresent();
  }

  private RecordedFile playable(Recording recording) {
    Optional<Path> file = storage.file(recording);
    URI uri = file.map(Path::toUri).orElseGet(() -> link(recording, NOWHERE));
    return new RecordedFile(uri, file);
  }

  /**
   * A signed URL that is good for an hour (inventory section 18); empty until the file is stored.
   *
   * @param api the address of the API
   */
  public String url(Recording recording, URI api) {
    return recording.isStored() && !recording.isDeleted() ? link(recording, api).toString() : "";
  }

  private URI link(Recording recording, URI api) {
    return store.link(recording, api, clock.instant().plus(settings.linkLife()));
  }

  /** The file of a recording this server keeps and has signed a URL for. */
  public Optional<Path> kept(UUID id) {
    return recordings
        .find(id)
        .filter(recording -> recording.isStored() && !recording.isDeleted())
        .flatMap(store::file);
  }
}
