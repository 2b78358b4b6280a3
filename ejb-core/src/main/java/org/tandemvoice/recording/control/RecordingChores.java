package org.tandemvoice.recording.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** What the watch has to ask the database, one transaction a question. */
@Stateless
public class RecordingChores {

  @Inject private Recordings recordings;
  @Inject private Calls calls;

  /** The recordings of this node that are not over. */
  public List<Recording> open(String nodeId) {
    return recordings.openOf(nodeId).stream().flatMap(id -> recordings.find(id).stream()).toList();
  }

  public List<UUID> toBeStored(String nodeId, Instant now) {
    return recordings.toBeStored(nodeId, now);
  }

  public List<UUID> toBeDiscarded(String nodeId, Instant now) {
    return recordings.toBeDiscarded(nodeId, now);
  }

  public List<UUID> storedBefore(String nodeId, Instant time) {
    return recordings.storedBefore(nodeId, time);
  }

  /**
   * Whether the files the media engine has of this recording are good for nothing any more. A
   * message may be played as long as its call lasts.
   */
  public boolean needsNoFile(UUID id) {
    Optional<Recording> found = recordings.find(id);
    return found.isEmpty()
        || found.get().status().isFinal()
            && (found.get().purpose() != RecordingPurpose.MESSAGE || callIsOver(found.get()));
  }

  private boolean callIsOver(Recording recording) {
    return calls.find(recording.callId()).map(call -> call.status().isFinal()).orElse(true);
  }
}
