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
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Click-to-call of the seeds (003): a visitor says his name, an agent hears it and takes him. */
@PlatformTest
class ClickToCallIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** As in the document, but for the number that is connected to. */
  private static final String FLOW =
      """
      {"type": "talk", "option": {"text": "Please state your name after the beep."}},
      {"type": "record_voice", "option": {
        "duration": 5000, "silence_timeout": 2000, "variable_name": "caller_name_recording"}},
      {"type": "talk", "option": {"text": "Thank you. Please hold while we connect you."}},
      {"type": "moh_start", "option": {"music_class": "default"}},
      {"type": "connect", "option": {
        "destinations": [{"type": "extension", "target": "1002"}],
        "whisper": {
          "enabled": true,
          "message": "You have a call from:",
          "play_recording": "{{caller_name_recording}}",
          "accept_key": "1",
          "reject_key": "2"}}}
      """;

  private FlowTenant tenant;
  private SoftPhone visitor;
  private SoftPhone agent;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
    visitor = tenant.phone("1001");
    agent = tenant.phone("1002");
  }

  @AfterEach
  void close() {
    visitor.close();
    agent.close();
  }

  @Test
  void letsTheAgentHearTheNameAndTakeTheCall() {
    JsonObject made = tenant.call("1001", "'actions':[" + FLOW + "]");
    Call asking = visitor.expectCall().answer();
    tenant.awaitAction(made, "record_voice", PATIENCE);
    asking
        .media()
        .say(SoundSource.once(Sound.silence(Duration.ofMillis(600)).then(Flite.say("John Smith"))));

    IncomingCall ringing = agent.expectCall(PATIENCE).ring();
    awaitAudible(asking, Duration.ofMillis(600));
    Call asked = ringing.answer();
    awaitSpoken(asked, Duration.ofMillis(1_500));
    asking.media().sayTone(1_500);
    asked.media().sayTone(2_100);
    assertThat(asking.media().heard().last(Duration.ofSeconds(1)).toneHeard(2_100)).isZero();
    asked.media().sendDigits("1", Duration.ofMillis(120));

    asking.media().awaitTone(2_100, Duration.ofMillis(400), PATIENCE);
    asked.media().awaitTone(1_500, Duration.ofMillis(400), PATIENCE);
    asked.hangUp();
    asking.awaitEnd();
    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
    assertThat(run.getJsonObject("variables").getString("caller_name_recording"))
        .startsWith("recording:");
  }

  private static void awaitAudible(Call listener, Duration within) {
    Platform.await(
        "music",
        PATIENCE,
        () -> {
          Sound last = listener.media().heard().last(within.multipliedBy(2));
          return last.audible().compareTo(within) > 0;
        });
  }

  private static void awaitSpoken(Call listener, Duration length) {
    Platform.await(
        "the whisper", PATIENCE, () -> listener.media().heard().audible().compareTo(length) > 0);
  }
}
