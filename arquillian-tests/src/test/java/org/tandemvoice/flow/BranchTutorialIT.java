package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** The branch tutorial of the seeds (001), driven by keys of each kind. */
@PlatformTest
class BranchTutorialIT {

  private static final Duration KEY = Duration.ofMillis(120);
  private static final String MENU = "b8781e56-c524-11ec-889f-d37b0dbb7eb8";
  private static final String ONE = "c3eb8e62-c524-11ec-94c5-abafec8af561";
  private static final String TWO = "dc87123e-c524-11ec-89c6-5fb18da14034";
  private static final String THREE = "e70fb030-c524-11ec-b657-ebec72f097ef";
  private static final String DEFAULT = "ed9705ca-c524-11ec-a3fb-8feb7731ad45";

  /** The flow of the tutorial; its texts are given. */
  private static String tutorial(String menu, String song, String wrong) {
    return """
    {"source": {"type": "tel", "target": "%s"},
     "destinations": [{"type": "extension", "target": "1001"}],
     "actions": [
      {"id": "b8781e56-c524-11ec-889f-d37b0dbb7eb8", "type": "talk",
       "option": {"text": "MENU", "language": "en-US"}},
      {"type": "digits_receive", "option": {"duration": DURATION, "length": 1}},
      {"type": "branch", "option": {
        "default_target_id": "ed9705ca-c524-11ec-a3fb-8feb7731ad45",
        "target_ids": {"1": "c3eb8e62-c524-11ec-94c5-abafec8af561",
          "2": "dc87123e-c524-11ec-89c6-5fb18da14034",
          "3": "e70fb030-c524-11ec-b657-ebec72f097ef"}}},
      {"id": "c3eb8e62-c524-11ec-94c5-abafec8af561", "type": "talk",
       "option": {"text": "SONG", "language": "en-US"}},
      {"type": "hangup"},
      {"id": "dc87123e-c524-11ec-89c6-5fb18da14034", "type": "talk",
       "option": {"text": "SONG", "language": "en-US"}},
      {"type": "hangup"},
      {"id": "e70fb030-c524-11ec-b657-ebec72f097ef", "type": "talk",
       "option": {"text": "SONG", "language": "en-US"}},
      {"type": "hangup"},
      {"id": "ed9705ca-c524-11ec-a3fb-8feb7731ad45", "type": "talk",
       "option": {"text": "WRONG", "language": "en-US"}},
      {"type": "goto", "option": {
        "target_id": "b8781e56-c524-11ec-889f-d37b0dbb7eb8", "loop_count": 2}},
      {"type": "talk", "option": {
        "text": "Loop over. Hangup the call. Thank you, good bye.", "language": "en-US"}},
      {"type": "hangup"}]}
    """
        .replace("MENU", menu)
        .replace("SONG", song)
        .replace("WRONG", wrong);
  }

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

  private JsonObject place(String body, int duration) {
    String number = tenant.number("").getString("number");
    return tenant
        .api()
        .post(
            "/v1.0/calls",
            FlowTenant.json(
                body.replace("%s", number).replace("DURATION", Integer.toString(duration))))
        .expect(200)
        .array()
        .getJsonObject(0);
  }

  @Test
  void speaksAsPastedFromTheTutorial() {
    JsonObject made =
        place(
            tutorial(
                "Hello. This is branch test. Press 1 for show must go on. Press 2 for bohemian"
                    + " rhapsody. Press 3 for another one bites the dust",
                "Steve walks warily down the street. With his brim pulled way down low.",
                "You did not choose the correct number. Default selected."),
            5000);

    Call call = phone.expectCall().ring().answer();
    Platform.await(
        "the menu", Duration.ofSeconds(15), () -> call.media().heard().audible().toMillis() > 200);
    call.media().sendDigits("3", KEY);
    call.awaitEnd(Duration.ofSeconds(40));

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run)).contains(MENU, THREE).doesNotContain(ONE, TWO, DEFAULT);
    assertThat(run.getJsonObject("variables").getString("voipbin.call.digits")).isEqualTo("3");
    assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofSeconds(6));
    JsonObject ended =
        tenant.api().awaitStatus(made.getString("id"), "hangup", KEY.multipliedBy(50));
    assertThat(ended.getString("hangup_by")).isEqualTo("local");
    assertThat(ended.getString("hangup_reason")).isEqualTo("normal");
  }

  @ParameterizedTest
  @CsvSource({"1," + ONE, "2," + TWO, "3," + THREE})
  void takesThePathOfTheKey(String key, String path) {
    JsonObject made = place(tutorial("Press a key", "Song", "Wrong"), 5000);

    Call call = phone.expectCall().answer();
    Platform.await(
        "the menu to be over",
        Duration.ofSeconds(15),
        () -> current(made).getString("type").equals("digits_receive"));
    call.media().sendDigits(key, KEY);
    call.awaitEnd(Duration.ofSeconds(20));

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run)).containsSubsequence(List.of(MENU, path)).hasSize(5);
    assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
  }

  @Test
  void takesThePathOfAKeyThatIsPressedAsASound() {
    JsonObject made = place(tutorial("Press a key", "Song", "Wrong"), 5000);

    Call call = phone.withoutEvents().expectCall().answer();
    Platform.await(
        "the menu to be over",
        Duration.ofSeconds(15),
        () -> current(made).getString("type").equals("digits_receive"));
    Sound two = Sound.tone(697, 0.2, KEY).with(Sound.tone(1_336, 0.2, KEY));
    call.media().say(SoundSource.once(two));
    call.awaitEnd(Duration.ofSeconds(20));

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run)).containsSubsequence(List.of(MENU, TWO)).hasSize(5);
  }

  @Test
  void takesThePathOfAKeyThatIsToldByInfo() {
    JsonObject made = place(tutorial("Press a key", "Song", "Wrong"), 5000);

    Call call = phone.withoutEvents().expectCall().answer();
    Platform.await(
        "the menu to be over",
        Duration.ofSeconds(15),
        () -> current(made).getString("type").equals("digits_receive"));
    call.tellKey('1');
    call.awaitEnd(Duration.ofSeconds(20));

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(FlowTenant.executed(run)).containsSubsequence(List.of(MENU, ONE)).hasSize(5);
  }

  @Test
  void loopsTwiceAndSaysGoodBye() {
    JsonObject made = place(tutorial("Press a key", "Song", "Wrong"), 600);

    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(60));

    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    List<String> executed = FlowTenant.executed(run);
    assertThat(executed).filteredOn(MENU::equals).hasSize(3);
    assertThat(executed).filteredOn(DEFAULT::equals).hasSize(3);
    // Three rounds of talk, receive, branch, talk and goto; the good-bye and the hangup.
    assertThat(executed).hasSize(17);
    assertThat(run.getJsonObject("loop_counts").values()).hasToString("[2]");
  }

  private JsonObject current(JsonObject call) {
    return tenant.activeflow(call.getString("activeflow_id")).getJsonObject("current_action");
  }
}
