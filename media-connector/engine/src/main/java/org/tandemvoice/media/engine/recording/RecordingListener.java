package org.tandemvoice.media.engine.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Hears once of each recording's end. Called on the recorder's or a worker's thread. */
public interface RecordingListener {

  /** The file is whole and has its name. */
  void recordingFinished(UUID sessionId, UUID recordingId, Path file, Duration duration);

  /** There is no file; the reason is a sentence for the customer. */
  void recordingFailed(UUID sessionId, UUID recordingId, String reason);
}
