package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.recording.control.command.StartRecording;
import org.tandemvoice.recording.control.command.StopRecording;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/**
 * The changes of state of a recording, each with its events and what shall happen outside. Used
 * inside a transaction that holds the lock of the call.
 */
@ApplicationScoped
public class RecordingStates {

  /** Of a recording that ends only when it is told to. */
  static final RecordingOptions.Limits NO_LIMITS =
      new RecordingOptions.Limits(Duration.ZERO, Duration.ZERO);

  private static final Logger LOG = System.getLogger(RecordingStates.class.getName());

  @Inject private Recordings recordings;
  @Inject private RecordingDocument document;
  @Inject private RecordingFacts recordingFacts;
  @Inject private RecordingStorage storage;
  @Inject private EndFlow endFlow;
  @Inject private CallStates calls;
  @Inject private Outbox outbox;
  @Inject private AfterCommit afterCommit;
  @Inject private Event<CallFact> facts;
  @Inject private Event<RecordingBegun> beginnings;
  @Inject private Event<RecordingOver> ends;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * Begins to record a call.
   *
   * @throws PlatformException {@code CALL_STATE_INVALID} if it is not progressing, {@code
   *     RECORDING_ALREADY_ACTIVE} if its conversation is being recorded and shall be again, {@code
   *     FLOW_NOT_FOUND}, {@code INSUFFICIENT_BALANCE} if it cannot be paid
   */
  public Recording start(Call call, RecordingPurpose purpose, RecordingOptions options) {
    if (call.status() != CallStatus.PROGRESSING) {
      throw new PlatformException(
          ErrorCode.CALL_STATE_INVALID,
          "only a progressing call can be recorded, and this one is " + call.status().text());
    }
    if (purpose == RecordingPurpose.CONVERSATION && !conversations(call).isEmpty()) {
      throw new PlatformException(
          ErrorCode.RECORDING_ALREADY_ACTIVE,
          "the call is being recorded as " + call.recordings().running() + ": stop that first");
    }
    endFlow.require(call.customerId(), options.onEndFlowId());
    Recording recording = new Recording(ids.next(), call, purpose, options, clock.instant());
    beginnings.fire(new RecordingBegun(call, recording));
    recordings.add(recording);
    call.record(recording.uuid(), clock.instant());
    calls.changed(call);
    afterCommit.send(new StartRecording(call, recording, options.limits(), recordingFacts));
    return recording;
  }

  /**
   * Ends the recording of the conversation.
   *
   * @throws PlatformException {@code RECORDING_NOT_ACTIVE} if none runs
   */
  public void stop(Call call) {
    if (!stopIfRunning(call)) {
      throw new PlatformException(
          ErrorCode.RECORDING_NOT_ACTIVE, "the call is not being recorded at present");
    }
  }

  /** Ends the recording of the conversation; false if none runs. */
  public boolean stopIfRunning(Call call) {
    List<Recording> running = conversations(call);
    running.forEach(recording -> stop(call, recording));
    return !running.isEmpty();
  }

  /** Whether it is a recording of this call that is not over. */
  public boolean isOf(Call call, UUID recording) {
    return recordings.openOf(call.id()).stream().anyMatch(found -> found.uuid().equals(recording));
  }

  /** Ends this recording of the call, if it runs. */
  public void stop(Call call, UUID recording) {
    recordings.openOf(call.id()).stream()
        .filter(found -> found.uuid().equals(recording))
        .forEach(found -> stop(call, found));
  }

  private List<Recording> conversations(Call call) {
    return recordings.openOf(call.id()).stream()
        .filter(recording -> recording.status().isRunning())
        .filter(recording -> recording.purpose() == RecordingPurpose.CONVERSATION)
        .toList();
  }

  private void stop(Call call, Recording recording) {
    if (recording.stop(clock.instant())) {
      runsNoMore(call);
      afterCommit.send(new StopRecording(call, recording.uuid()));
    }
  }

  /** Ends the recordings that end at this key. */
  public void pressed(Call call, char key) {
    recordings.openOf(call.id()).stream()
        .filter(recording -> recording.endsAt(key))
        .forEach(recording -> stop(call, recording));
  }

  /** The call is over, and its media with it. */
  public void callEnded(Call call) {
    recordings.openOf(call.id()).forEach(recording -> recording.stop(clock.instant()));
  }

  /** The media takes frames (C-14). */
  public void began(Call call, Recording recording) {
    if (recording.begin(clock.instant())) {
      record(recording, "recording_started");
      calls.recordingStarted(call);
    }
  }

  /** The file is whole and waits to be stored. */
  public void completed(Call call, Recording recording, Duration duration) {
    if (recording.complete(duration, clock.instant())) {
      runsNoMore(call);
      afterCommit.send(storage.errand(recording));
      publish(call, recording);
      ends.fire(new RecordingOver(recording));
    }
  }

  /** The file is where customers can read it. */
  public void stored(Recording recording) {
    if (recording.end(clock.instant())) {
      record(recording, "recording_finished");
      endFlow.begin(recording);
      if (recording.isDeleted()) {
        afterCommit.send(storage.errand(recording));
      }
    }
  }

  /** There will be no file. */
  public void failed(Call call, Recording recording, String reason) {
    if (recording.fail(reason, clock.instant())) {
      runsNoMore(call);
      record(recording, "recording_failed");
      publish(call, recording);
      ends.fire(new RecordingOver(recording));
    }
  }

  /** Nobody shall see it any more. */
  public void deleted(Recording recording) {
    recording.delete(clock.instant());
    record(recording, "recording_deleted");
    if (recording.isStored()) {
      afterCommit.send(storage.errand(recording));
    }
  }

  /** The call shows a recording that still runs, if there is one. */
  private void runsNoMore(Call call) {
    if (call.status().isFinal()) {
      return;
    }
    UUID running =
        recordings.openOf(call.id()).stream()
            .filter(recording -> recording.status().isRunning())
            .reduce((first, last) -> last)
            .map(OwnedResource::uuid)
            .orElse(OwnedResource.NIL);
    if (!running.equals(call.recordings().running())) {
      call.recordingEnded(running, clock.instant());
      calls.changed(call);
    }
  }

  private void publish(Call call, Recording recording) {
    if (!call.status().isFinal()) {
      facts.fire(new CallFact.RecordingEnded(call, recording.uuid(), recording.failure()));
    }
  }

  private void record(Recording recording, String eventType) {
    outbox.record(
        new EventSubject(recording.customerId(), "recording", recording.uuid()),
        eventType,
        document.of(recording, ""));
    LOG.log(
        Level.INFO,
        "{0} recording={1} call={2} {3}",
        eventType,
        recording.uuid(),
        recording.callId(),
        recording.failure());
  }
}
