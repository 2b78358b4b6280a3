package org.tandemvoice.media.engine.session;

import java.util.UUID;
import org.tandemvoice.media.MediaRoom;
import org.tandemvoice.media.RecordingSpec;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.leg.Room;
import org.tandemvoice.media.engine.recording.Recorder;

/** A room as applications see it. */
record EngineRoom(UUID id, Room room, Recorder recorder) implements MediaRoom {

  @Override
  public void startRecording(UUID recordingId, RecordingSpec spec) {
    RecordingSpec everybody =
        new RecordingSpec(
            RecordingSpec.Direction.IN,
            spec.format(),
            spec.channels(),
            spec.sampleRateHz(),
            spec.maxDuration(),
            spec.maxSilence());
    room.record(recorder.start(id, recordingId, everybody, Pcm.ENGINE_RATE_HZ));
  }

  @Override
  public void stopRecording(UUID recordingId) {
    room.stopRecording(recordingId);
  }
}
