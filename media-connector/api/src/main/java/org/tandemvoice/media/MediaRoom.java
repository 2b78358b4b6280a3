package org.tandemvoice.media;

import java.util.UUID;

/** A room of several parties as a whole, see {@link MediaSession#join}. */
public interface MediaRoom {

  /**
   * Begins to record everything that is said in the room; prompts that single parties hear are no
   * part of it. Ends with exactly one {@code RecordingFinished} or {@code RecordingFailed} whose
   * session id is that of the room, also when the last party leaves.
   *
   * @param recordingId also the name of the file
   * @param spec its direction does not matter: a room has only one
   * @throws MediaException {@code DUPLICATE} if a recording of that id is running
   */
  void startRecording(UUID recordingId, RecordingSpec spec);

  /** Ends a recording of this room; ignored if there is none of that id. */
  void stopRecording(UUID recordingId);
}
