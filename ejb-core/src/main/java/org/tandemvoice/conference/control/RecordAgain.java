package org.tandemvoice.conference.control;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/** Has a party of a conference recorded in a transaction of its own, after this one. */
final class RecordAgain implements LegCommand {

  private final CallId call;
  private final UUID conference;
  private final ConferenceRecorder recorder;

  RecordAgain(CallId call, UUID conference, ConferenceRecorder recorder) {
    this.call = call;
    this.conference = conference;
    this.recorder = recorder;
  }

  @Override
  public CallId call() {
    return call;
  }

  @Override
  public CallId lane() {
    return call;
  }

  @Override
  public void run(Switchboard switchboard) {
    recorder.go(conference);
  }
}
