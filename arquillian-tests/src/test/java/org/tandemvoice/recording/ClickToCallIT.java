package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.audio.StereoSound;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Click-to-call with recording as in the seeds (003): only the numbers are changed. */
@PlatformTest
class ClickToCallIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration TALK = Duration.ofMillis(1_500);

  private static final String REQUEST =
      """
      {
        "source": {"type": "tel", "target": "OWN", "name": "Acme Support"},
        "destinations": [{"type": "tel", "target": "VISITOR"}],
        "early_execution": false,
        "actions": [
          {"type": "talk", "option": {
            "text": "Hello! Thank you for requesting a callback from Acme Corp. \
      Please hold while we connect you to an agent.",
            "language": "en-US"}},
          {"type": "record_start", "option": {"direction": "both", "format": "mp3"}},
          {"type": "connect", "option": {
            "source": {"type": "tel", "target": "OWN"},
            "destinations": [{"type": "tel", "target": "AGENT"}],
            "ring_timeout": 30000}},
          {"type": "record_stop"}
        ]
      }
      """;

  @TempDir private Path folder;

  @Test
  void recordsTheConversationOfTheVisitorAndTheAgent() throws IOException {
    RealPeers.require("ffmpeg");
    try (Office office = Office.open()) {
      SoftPhone visitor = office.registered();
      SoftPhone agent = office.registered();
      String body =
          REQUEST
              .replace("OWN", number(office, ""))
              .replace("VISITOR", number(office, flowTo(office, visitor)))
              .replace("AGENT", number(office, flowTo(office, agent)));
      String id =
          office
              .api()
              .post("/v1/calls", JsonBody.of(body.replace("%", "%%")))
              .expect(200)
              .array()
              .getJsonObject(0)
              .getString("id");
      Call visiting = visitor.expectCall(PATIENCE).ring().answer();
      Call helping = agent.expectCall(PATIENCE).ring().answer();
      assertThat(visiting.media().heard().audible()).isGreaterThan(Duration.ofSeconds(3));
      visiting.media().sayTone(440);
      helping.media().sayTone(1_000);
      visiting.media().awaitTone(1_000, TALK, PATIENCE);
      helping.media().awaitTone(440, TALK, PATIENCE);
      visiting.hangUp();
      helping.awaitEnd(PATIENCE);

      JsonObject over = office.api().awaitStatus(id, "hangup", PATIENCE);
      assertThat(over.getString("hangup_by")).isEqualTo("remote");
      assertThat(over.getString("hangup_reason")).isEqualTo("normal");
      String recording = over.getJsonArray("recording_ids").getString(0);
      JsonObject ended = Tape.await(office.api(), recording, "ended");
      assertThat(ended.getString("format")).isEqualTo("mp3");
      Path file = folder.resolve("call.mp3");
      Files.write(file, Tape.download(ended.getString("url")).body());
      StereoSound sound = Tape.decode(file);
      assertThat(sound.left().toneHeard(440)).isGreaterThan(TALK.minusMillis(200));
      assertThat(sound.left().toneHeard(1_000)).isGreaterThan(TALK.minusMillis(200));
      assertTold(office, id, recording);
    }
  }

  /** What the webhook {@code call_hungup} says. */
  private static void assertTold(Office office, String id, String recording) {
    Platform.await(
        "call_hungup", PATIENCE, () -> office.api().eventTypes(id).contains("call_hungup"));
    JsonObject told =
        office.api().get("/v1.0/calls/" + id + "/events").expect(200).result().stream()
            .map(event -> event.asJsonObject())
            .filter(event -> event.getString("event_type").equals("call_hungup"))
            .map(event -> event.getJsonObject("data"))
            .findFirst()
            .orElseThrow();
    assertThat(told.getInt("duration")).isGreaterThan(5);
    assertThat(told.getJsonArray("recording_ids").getString(0)).isEqualTo(recording);
  }

  private static String flowTo(Office office, SoftPhone phone) {
    return office
        .api()
        .post(
            "/v1.0/flows",
            JsonBody.of(
                "{'name':'to a phone','actions':[{'type':'connect','option':{'destinations':"
                    + "[{'type':'extension','target':'%s'}]}}]}",
                phone.account().user()))
        .expect(200)
        .object()
        .getString("id");
  }

  /** A number of the office that leads into that flow, if there is one. */
  private static String number(Office office, String flow) {
    String number = "+1555" + ThreadLocalRandom.current().nextInt(4_000_000, 5_000_000);
    String fields = flow.isEmpty() ? "" : ",'flow_id':'" + flow + "'";
    office
        .api()
        .post("/v1.0/numbers", JsonBody.of("{'number':'%s'" + fields + "}", number))
        .expect(200);
    return number;
  }
}
