package org.tandemvoice.recording.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.media.MediaEvent;
import org.tandemvoice.recording.entity.Recording;

/**
 * Where facts about recordings arrive, one transaction a fact, under the lock of the call. A fact
 * about a recording that is over, or unknown, changes nothing.
 */
@Stateless
public class RecordingFacts {

  @Inject private Recordings recordings;
  @Inject private RecordingStates states;
  @Inject private Calls calls;
  @Inject private Clock clock;

  /** The media takes frames. */
  public void began(UUID id) {
    change(id, states::began);
  }

  /** The file is whole. */
  public void finished(@Observes MediaEvent.RecordingFinished event) {
    change(
        event.recordingId(),
        (call, recording) -> states.completed(call, recording, event.duration()));
  }

  /** The media could not write the file. */
  public void failed(@Observes MediaEvent.RecordingFailed event) {
    lost(event.recordingId(), event.reason());
  }

  /** There will be no file, for a reason in a sentence. */
  public void lost(UUID id, String reason) {
    change(id, (call, recording) -> states.failed(call, recording, reason));
  }

  /** The file is in the store. */
  public void stored(UUID id) {
    change(id, (call, recording) -> states.stored(recording));
  }

  /** The file is not in the store any more. */
  public void discarded(UUID id) {
    change(id, (call, recording) -> recording.discarded());
  }

  /** The store was asked in vain. */
  public void retryLater(UUID id) {
    change(id, (call, recording) -> recording.retryLater(clock.instant()));
  }

  /** The file has been kept as long as it shall be. */
  public void expired(UUID id) {
    change(id, (call, recording) -> states.deleted(recording));
  }

  /** The recording as it was committed last. */
  public Optional<Recording> find(UUID id) {
    return recordings.find(id);
  }

  private void change(UUID id, BiConsumer<Call, Recording> change) {
    recordings
        .find(id)
        .flatMap(found -> calls.lock(found.callId()))
        .ifPresent(
            call -> recordings.lock(id).ifPresent(recording -> change.accept(call, recording)));
  }
}
