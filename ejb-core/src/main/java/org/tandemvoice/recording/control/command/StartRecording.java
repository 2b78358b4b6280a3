package org.tandemvoice.recording.control.command;

import java.util.Locale;
import java.util.Optional;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.MediaException;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.recording.control.RecordingFacts;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingOptions;

/** Lets the media begin a recording. Whether it did comes back as a fact; the call lives on. */
public record StartRecording(
    CallId call, CallId lane, Recording recording, RecordingSpec spec, RecordingFacts facts)
    implements LegCommand {

  public StartRecording(
      Call call, Recording recording, RecordingOptions.Limits limits, RecordingFacts facts) {
    this(call.id(), call.master().orElse(call.id()), recording, spec(recording, limits), facts);
  }

  /** What the media engine is asked for. */
  public static RecordingSpec spec(Recording recording, RecordingOptions.Limits limits) {
    return new RecordingSpec(
        RecordingSpec.Direction.valueOf(recording.direction().name()),
        RecordingSpec.Format.valueOf(recording.format().name()),
        RecordingSpec.Channels.valueOf(recording.channels().name()),
        recording.sampleRateHz(),
        limits.maxDuration(),
        limits.maxSilence());
  }

  @Override
  public void run(Switchboard switchboard) {
    Optional<MediaSession> session = switchboard.media().find(call.value());
    if (session.isEmpty()) {
      facts.lost(recording.uuid(), "the call was over before the recording began");
      return;
    }
    try {
      session.get().startRecording(recording.uuid(), spec);
    } catch (MediaException refused) {
      facts.lost(recording.uuid(), refused.getMessage());
      return;
    }
    facts.began(recording.uuid());
  }

  @Override
  public String toString() {
    return "StartRecording["
        + recording.uuid()
        + " "
        + spec.format().name().toLowerCase(Locale.ROOT)
        + "]";
  }
}
