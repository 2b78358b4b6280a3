package org.tandemvoice.media.connector;

import jakarta.resource.Referenceable;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.naming.Reference;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaGauges;
import org.tandemvoice.media.MediaRoom;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.MediaSessionFactory;
import org.tandemvoice.media.RecordingSpec;

/**
 * What applications hold: the engine of the moment behind a form that a naming service can keep.
 */
public class MediaHandle implements MediaSessionFactory, Referenceable, Serializable {

  private static final long serialVersionUID = 1L;

  private final transient MediaResourceAdapter adapter;
  private Reference reference;

  MediaHandle(MediaResourceAdapter adapter) {
    this.adapter = adapter;
  }

  @Override
  public MediaSession open(UUID sessionId) {
    return engine().open(sessionId);
  }

  @Override
  public Optional<MediaSession> find(UUID sessionId) {
    return adapter.engine().flatMap(e -> e.find(sessionId));
  }

  @Override
  public Optional<MediaRoom> findRoom(UUID roomId) {
    return adapter.engine().flatMap(e -> e.findRoom(roomId));
  }

  @Override
  public boolean canAnswer(String sdpOffer) {
    return engine().canAnswer(sdpOffer);
  }

  @Override
  public boolean resumeRecording(UUID sessionId, UUID recordingId, RecordingSpec spec) {
    return engine().resumeRecording(sessionId, recordingId, spec);
  }

  @Override
  public void removeRecording(UUID recordingId) {
    engine().removeRecording(recordingId);
  }

  @Override
  public Set<UUID> recordingsKept() {
    return engine().recordingsKept();
  }

  @Override
  public MediaGauges gauges() {
    return adapter.engine().map(MediaSessionFactory::gauges).orElse(new MediaGauges(0, 0, 0));
  }

  @Override
  public Reference getReference() {
    return reference;
  }

  @Override
  public void setReference(Reference newReference) {
    reference = newReference;
  }

  private MediaSessionFactory engine() {
    return adapter
        .engine()
        .orElseThrow(
            () ->
                new MediaException(
                    MediaException.Reason.STOPPING, "The media engine is not running"));
  }
}
