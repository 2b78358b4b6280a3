package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.recording.control.RecordingOptionsReader;
import org.tandemvoice.recording.control.RecordingStates;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingFormat;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/**
 * Records conferences: what one party says and hears is all that is said. When that party leaves,
 * another one is recorded in a file of its own.
 */
@ApplicationScoped
public class ConferenceRecording {

  @Inject private Conferences conferences;
  @Inject private Conferencecalls stays;
  @Inject private Calls calls;
  @Inject private RecordingStates recordings;
  @Inject private ConferenceRecorder recorder;
  @Inject private ConferenceEvents events;
  @Inject private AfterCommit afterCommit;
  @Inject private Clock clock;

  static RecordingOptions options(JsonFields order) {
    return RecordingOptionsReader.read(order, RecordingFormat.WAV);
  }

  /** Records this locked party of a locked conference, if that shall be recorded and is not. */
  void begin(Call party, Conference conference) {
    if (!isDue(conference)) {
      return;
    }
    boolean isThere =
        stays
            .of(party.id())
            .filter(stay -> stay.conferenceId().equals(conference.uuid()))
            .isPresent();
    if (!isThere) {
      goOn(party, conference);
      return;
    }
    JsonFields order = JsonFields.of(JsonText.object(conference.recordingOrder()));
    Recording recording = recordings.start(party, RecordingPurpose.CONFERENCE, options(order));
    conference.recording(recording.uuid(), clock.instant());
    events.record(conference, "updated");
  }

  /** Sees afterwards who is to be recorded now. */
  private void goOn(Call call, Conference conference) {
    UUID id = conference.uuid();
    afterCommit.send(new ConferenceErrand(call.id(), () -> recorder.go(id)));
  }

  private static boolean isDue(Conference conference) {
    return !conference.recordingOrder().isEmpty()
        && conference.recordingId().equals(OwnedResource.NIL);
  }

  /** A party that can be recorded, locked; to be asked for before the conference is locked. */
  Optional<Call> party(UUID conference) {
    return parties(conference)
        .filter(call -> call.status() == CallStatus.PROGRESSING)
        .findFirst()
        .flatMap(call -> calls.lock(call.id()))
        .filter(call -> call.status() == CallStatus.PROGRESSING);
  }

  /** The party that is being recorded, locked; to be asked for before the conference is locked. */
  Optional<Call> recorded(UUID conference) {
    UUID running = conferences.find(conference).map(Conference::recordingId).orElse(null);
    return parties(conference)
        .filter(call -> recordings.isOf(call, running))
        .findFirst()
        .flatMap(call -> calls.lock(call.id()));
  }

  private Stream<Call> parties(UUID conference) {
    return conferences.find(conference).stream()
        .flatMap(found -> stays.in(found).stream())
        .flatMap(stay -> calls.find(stay.callId()).stream());
  }

  /** The locked call has left the locked conference: somebody else is recorded now. */
  void left(Call call, Conference conference) {
    UUID running = conference.recordingId();
    if (running.equals(OwnedResource.NIL) || !recordings.isOf(call, running)) {
      return;
    }
    if (!call.status().isFinal()) {
      recordings.stop(call, running);
    }
    conference.recording(OwnedResource.NIL, clock.instant());
    goOn(call, conference);
  }

  /** The locked call is in the locked conference. */
  void joined(Call call, Conference conference) {
    if (isDue(conference)) {
      goOn(call, conference);
    }
  }

  /** A recording has ended by a limit of its own, and so has that of the conference. */
  void ended(@Observes CallFact fact) {
    if (fact instanceof CallFact.RecordingEnded over) {
      stays
          .of(over.call().id())
          .flatMap(stay -> conferences.lock(stay.conferenceId()))
          .filter(conference -> conference.recordingId().equals(over.recordingId()))
          .ifPresent(
              conference -> {
                conference.recorded(clock.instant());
                events.record(conference, "updated");
              });
    }
  }
}
