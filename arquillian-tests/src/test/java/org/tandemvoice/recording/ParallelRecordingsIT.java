package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Gauges;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Fifty calls at once, each recorded, none of them missing a frame of 20 ms. */
@PlatformTest
class ParallelRecordingsIT {

  private static final int CALLS = 50;
  private static final int SECONDS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void missNoFrame() {
    Gauges gauges = Platform.shared().gauges();
    long missed = gauges.number("Media", "MissedRecordingFrames");
    try (Office office = Office.open()) {
      SoftPhone phone = office.registered().whenCalled(IncomingCall::answerAtOnce);
      JsonObject stereo =
          Json.createObjectBuilder().add("format", "wav").add("channels", "stereo").build();
      JsonObject wait = Json.createObjectBuilder().add("duration", SECONDS * 1000).build();
      List<String> calls = new ArrayList<>();
      for (int i = 0; i < CALLS; i++) {
        calls.add(
            office
                .api()
                .call(
                    phone.account().user(),
                    action("record_start", stereo),
                    action("sleep", wait),
                    action("record_stop")));
      }
      assertThat(Waiting.until(() -> ended(office) == CALLS, PATIENCE)).isTrue();

      for (String call : calls) {
        JsonObject recording = Tape.ofCall(office.api(), call).get(0);
        int millis = recording.getInt("duration_ms");
        assertThat(millis).isGreaterThan(SECONDS * 1000 - 200).matches(time -> time % 20 == 0);
        // Every frame is in the file: four bytes a sample, eight samples a millisecond.
        assertThat(Tape.download(recording.getString("url")).body()).hasSize(44 + 32 * millis);
      }
    }
    assertThat(gauges.number("Media", "MissedRecordingFrames")).isEqualTo(missed);
  }

  private static int ended(Office office) {
    return office.api().get("/v1.0/recordings?status=ended").expect(200).result().size();
  }
}
