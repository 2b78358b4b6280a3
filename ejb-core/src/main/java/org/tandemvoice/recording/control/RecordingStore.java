package org.tandemvoice.recording.control;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.recording.entity.Recording;

/**
 * Where the files of recordings are kept. A port: a directory of this server, or a service that
 * speaks S3. Putting and deleting may take long, and may be done again; not for use inside a
 * transaction.
 */
public interface RecordingStore {

  /** Keeps a copy of a whole file, as a whole or not at all. */
  void put(Recording recording, Path file) throws IOException;

  /** Removes the file; one that is not there is no failure. */
  void delete(Recording recording) throws IOException;

  /**
   * A URL by which anybody can read the file until then, and nobody afterwards.
   *
   * @param api the address of the API, for files that it serves itself
   */
  URI link(Recording recording, URI api, Instant expires);

  /** The file, if it lies on this server. */
  Optional<Path> file(Recording recording);
}
