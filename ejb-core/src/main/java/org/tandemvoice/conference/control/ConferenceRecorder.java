package org.tandemvoice.conference.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.recording.control.RecordingStates;

/** Begins and ends the recording of conferences. */
@Stateless
public class ConferenceRecorder {

  @Inject private Calls calls;
  @Inject private Conferences conferences;
  @Inject private ConferenceEvents events;
  @Inject private ConferenceRecording recording;
  @Inject private RecordingStates recordings;
  @Inject private Clock clock;

  /**
   * From now on the conference is recorded whenever anybody is there.
   *
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND}, {@code INVALID_ARGUMENT} naming the
   *     field, {@code STATE_INVALID} if it is over, {@code RECORDING_ALREADY_ACTIVE}
   */
  public void start(CustomerId customer, UUID id, JsonFields order) {
    ConferenceRecording.options(order);
    Optional<Call> party = recording.party(id);
    Conference conference = conferences.lock(customer, id).orElseThrow(() -> unknown(id));
    if (!conference.isOpen()) {
      throw new PlatformException(ErrorCode.STATE_INVALID, "conference " + id + " is over");
    }
    if (!conference.recordingOrder().isEmpty()) {
      throw new PlatformException(
          ErrorCode.RECORDING_ALREADY_ACTIVE, "conference " + id + " is being recorded already");
    }
    conference.record(order.json().toString(), clock.instant());
    party.ifPresent(call -> recording.begin(call, conference));
    events.record(conference, "updated");
  }

  /**
   * @throws PlatformException {@code CONFERENCE_NOT_FOUND}, {@code RECORDING_NOT_ACTIVE}
   */
  public void stop(CustomerId customer, UUID id) {
    Optional<Call> party = recording.recorded(id);
    Conference conference = conferences.lock(customer, id).orElseThrow(() -> unknown(id));
    if (conference.recordingOrder().isEmpty()) {
      throw new PlatformException(
          ErrorCode.RECORDING_NOT_ACTIVE, "conference " + id + " is not being recorded");
    }
    party.ifPresent(call -> recordings.stop(call, conference.recordingId()));
    conference.recorded(clock.instant());
    events.record(conference, "updated");
  }

  /** Records a party of a conference that shall be recorded and is not. */
  public void go(UUID id) {
    Optional<Call> party = recording.party(id);
    conferences
        .lock(id)
        .ifPresent(conference -> party.ifPresent(call -> recording.begin(call, conference)));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.CONFERENCE_NOT_FOUND, "there is no conference " + id);
  }
}
