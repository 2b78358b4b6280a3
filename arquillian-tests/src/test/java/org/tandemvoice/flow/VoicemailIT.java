package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.process.Flite;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** The voicemail detection of the seeds (003), answered by a machine's voice and by a person's. */
@PlatformTest
class VoicemailIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String GREETING =
      "You have reached the voice mail of Anna Miller. Please leave a message after the tone.";

  /** As in the document, but for the number that is connected to. */
  private static final String FLOW =
      """
      {"type": "amd", "option":
        {"machine_action": "voicemail", "human_action": "continue", "timeout": 3000}},
      {"id": "human_path", "type": "talk", "option": {"text": "Hello! This is a reminder from Acme \
      Corp about your upcoming appointment. Press 1 to confirm, Press 2 to reschedule."}},
      {"type": "digits_receive", "option": {"duration": 10000, "length": 1}},
      {"type": "branch", "option": {
        "target_ids": {"1": "confirmed", "2": "reschedule"}, "default_target_id": "no_response"}},
      {"id": "confirmed", "type": "talk",
       "option": {"text": "Great! Your appointment is confirmed. Goodbye."}},
      {"type": "hangup"},
      {"id": "reschedule", "type": "talk", "option":
        {"text": "Please hold while we connect you to schedule a new time."}},
      {"type": "connect", "option": {
        "destinations": [{"type": "extension", "target": "1001"}]}},
      {"id": "voicemail", "type": "talk", "option": {"text": "Hello, this is Acme Corp reminding \
      you of your upcoming appointment. Please call us back at 555-123-4567 to confirm. Thank you."}},
      {"type": "hangup"},
      {"id": "no_response", "type": "goto",
       "option": {"target_id": "human_path", "loop_count": 2}},
      {"type": "hangup"}
      """;

  private FlowTenant tenant;
  private SoftPhone phone;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
    phone = tenant.phone("1001");
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private JsonObject place(String actions) {
    return tenant.call("1001", "'actions':[" + actions + "]");
  }

  /** What a machine says: its greeting, a pause, and the tone after which it records. */
  private static Sound machine() {
    return Sound.silence(Duration.ofMillis(500))
        .then(Flite.say(GREETING))
        .then(Sound.silence(Duration.ofMillis(700)))
        .then(Sound.tone(1_000, 0.3, Duration.ofMillis(500)));
  }

  @Test
  void leavesItsMessageWhenTheMachineHasBeeped() {
    Sound machine = machine();
    JsonObject made = place(FLOW);

    Call call = phone.expectCall().answer();
    call.media().say(SoundSource.once(machine));
    call.awaitEnd(PATIENCE);

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run)).contains("voicemail").doesNotContain("human_path");
    assertThat(run.getJsonObject("variables").getString("voipbin.call.amd")).isEqualTo("machine");
    Sound heard = call.media().heard();
    assertThat(heard.silences(Duration.ofSeconds(1)).get(0).end())
        .as("begins to speak after %s of greeting", machine.length())
        .isGreaterThan(machine.length().minusMillis(300));
    assertThat(heard.audible()).isGreaterThan(Duration.ofSeconds(4));
    assertThat(ended(made).getString("hangup_reason")).isEqualTo("normal");
  }

  @Test
  void asksAPersonAndConfirms() {
    JsonObject made = place(FLOW);

    Call call = phone.expectCall().answer();
    call.media()
        .say(SoundSource.once(Sound.silence(Duration.ofMillis(400)).then(Flite.say("Hello?"))));
    Platform.await(
        "the question", PATIENCE, () -> current(made).getString("id").equals("human_path"));
    call.media().sendDigits("1", Duration.ofMillis(120));
    call.awaitEnd(PATIENCE);

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run))
        .contains("human_path", "confirmed")
        .doesNotContain("voicemail", "reschedule");
    assertThat(run.getJsonObject("variables").getString("voipbin.call.amd")).isEqualTo("human");
  }

  @Test
  void hangsUpOnAMachineIfTold() {
    JsonObject made =
        place(
            "{'type':'amd','option':{'machine_handle':'hangup'}},"
                + "{'type':'talk','option':{'text':'Hello'}}");

    Call call = phone.expectCall().answer();
    call.media().say(SoundSource.once(machine()));
    call.awaitEnd(PATIENCE);

    JsonObject ended = ended(made);
    assertThat(ended.getString("hangup_reason")).isEqualTo("amd");
    assertThat(ended.getString("hangup_by")).isEqualTo("local");
  }

  @Test
  void breaksOffWhatRunsMeanwhileForAMachine() {
    JsonObject made =
        place(
            "{'type':'amd','option':{'machine_action':'voicemail','async':true}},"
                + "{'id':'meanwhile','type':'sleep','option':{'duration':60000}},"
                + "{'id':'voicemail','type':'beep'},{'type':'hangup'}");

    Call call = phone.expectCall().answer();
    call.media().say(SoundSource.once(machine()));
    call.awaitEnd(PATIENCE);

    assertThat(FlowTenant.executed(tenant.ended(made.getString("activeflow_id"))))
        .containsSubsequence("meanwhile", "voicemail");
  }

  private JsonObject current(JsonObject call) {
    return tenant.activeflow(call.getString("activeflow_id")).getJsonObject("current_action");
  }

  private JsonObject ended(JsonObject call) {
    return tenant.api().awaitStatus(call.getString("id"), "hangup", PATIENCE);
  }
}
