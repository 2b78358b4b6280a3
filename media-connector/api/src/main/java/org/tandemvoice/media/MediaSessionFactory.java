package org.tandemvoice.media;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Opens and finds media sessions. It is the connection factory of the media resource adapter, found
 * under {@code java:/eis/Media}. All methods may be called from any thread.
 */
public interface MediaSessionFactory {

  /**
   * Reserves an RTP and an RTCP port for one party of a call.
   *
   * @param sessionId the caller's own id of the session, by which events name it
   * @throws MediaException {@code NO_PORT} if the port range is used up, {@code DUPLICATE} if the
   *     id is open already
   */
  MediaSession open(UUID sessionId);

  /** The open session of that id; empty once it is closed. */
  Optional<MediaSession> find(UUID sessionId);

  /** The room of that id; empty while nobody is in it. */
  Optional<MediaRoom> findRoom(UUID roomId);

  /**
   * Whether {@link MediaSession#answer} would succeed on this offer (RFC 3264 section 6): it
   * parses, and has an audio stream with at least one codec of ours. Opens nothing.
   */
  boolean canAnswer(String sdpOffer);

  /**
   * Takes up a recording that a former process has not brought to its end. If all its frames are
   * there it ends with {@code RecordingFinished} or {@code RecordingFailed}; else what is there of
   * it is removed.
   *
   * @return whether one of the two events will come
   */
  boolean resumeRecording(UUID sessionId, UUID recordingId, RecordingSpec spec);

  /** Removes the files of a recording that has ended. */
  void removeRecording(UUID recordingId);

  /** Recordings, running or not, that have files here. */
  Set<UUID> recordingsKept();

  /** Gauges of the engine at this moment. */
  MediaGauges gauges();
}
