package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.ControlMedia;
import org.tandemvoice.call.control.command.PlayPrompt;
import org.tandemvoice.call.control.command.StopPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.media.Answerer;
import org.tandemvoice.media.Prompt;

/** What the actions do that work on the sound of a call. */
class MediaActionsTest {

  private static final String WAIT = ",{'id':'wait','type':'block'}]";
  private static final String PATHS =
      ",{'id':'next','type':'block'},{'id':'voicemail','type':'block'}]";

  @Test
  void goesOnWhenAllKeysHaveBeenPressed() {
    FlowRun run =
        FlowRun.answered("[{'id':'d','type':'dtmf_send','option':{'dtmfs':'12#'}}" + WAIT);

    assertThat(controls(run)).containsExactly("keys");
    run.give(new CallFact.DigitsSent(call(run), UUID.randomUUID()));
    assertThat(run.at()).isEqualTo("d");
    run.give(new CallFact.DigitsSent(call(run), UUID.fromString(run.activeflow.memory())));

    assertThat(run.at()).isEqualTo("wait");
  }

  @Test
  void goesOnWhenTheBeepIsOver() {
    FlowRun run = FlowRun.answered("[{'id':'b','type':'beep'}" + WAIT);

    assertThat(run.surroundings.commands)
        .singleElement()
        .isInstanceOfSatisfying(
            PlayPrompt.class, play -> assertThat(play.prompt()).isEqualTo(Prompt.Tone.BEEP));
    run.promptEnds();

    assertThat(run.at()).isEqualTo("wait");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"{}, BOTH", "{'direction':'in'}, IN", "{'direction':'out'}, OUT"})
  void mutesAndGoesOn(String option, MuteState state) {
    FlowRun run = FlowRun.answered("[{'type':'mute','option':" + option + "}" + WAIT);

    assertThat(call(run).muteState()).isEqualTo(state);
    assertThat(run.at()).isEqualTo("wait");
  }

  @ParameterizedTest
  @CsvSource({"moh_start, StartMusic", "moh_stop, StopMusic"})
  void musicGoesOnBesideTheFlow(String type, String command) {
    FlowRun run = FlowRun.answered("[{'type':'" + type + "'}" + WAIT);

    assertThat(run.surroundings.commands)
        .singleElement()
        .matches(given -> given.getClass().getSimpleName().equals(command));
    assertThat(run.at()).isEqualTo("wait");
  }

  @Test
  void aMachineIsSpokenToWhenItHasDoneGreeting() {
    FlowRun run = amd("{'machine_action':'voicemail','human_action':'continue','timeout':3000}");

    run.give(new CallFact.AnswererDetected(call(run), Answerer.MACHINE));
    assertThat(run.at()).isEqualTo("amd");
    assertThat(run.variable("voipbin.call.amd")).isEqualTo("machine");
    run.give(new CallFact.GreetingEnded(call(run)));

    assertThat(run.at()).isEqualTo("voicemail");
  }

  @ParameterizedTest
  @CsvSource({"HUMAN, human", "UNKNOWN, unknown"})
  void anybodyElseIsContinuedWith(Answerer answerer, String text) {
    FlowRun run = amd("{'machine_action':'voicemail'}");

    run.give(new CallFact.AnswererDetected(call(run), answerer));

    assertThat(run.at()).isEqualTo("next");
    assertThat(run.variable("voipbin.call.amd")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{'machine_handle':'hangup'}", "{'machine_action':'hangup','async':true}"})
  void aMachineIsHungUpOnAtOnce(String option) {
    FlowRun run = amd(option);

    run.give(new CallFact.AnswererDetected(call(run), Answerer.MACHINE));

    assertThat(run.surroundings.released).contains(ReleaseCause.MACHINE);
  }

  @Test
  void aMachineBreaksOffWhatRunsMeanwhile() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'amd','option':{'async':true,'machine_action':'voicemail'}},"
                + "{'id':'talk','type':'talk','option':{'text':'hello'}},"
                + "{'id':'voicemail','type':'block'}]");
    assertThat(run.at()).isEqualTo("talk");

    run.give(new CallFact.AnswererDetected(call(run), Answerer.MACHINE));
    assertThat(run.at()).isEqualTo("talk");
    run.give(new CallFact.GreetingEnded(call(run)));

    assertThat(run.at()).isEqualTo("voicemail");
    assertThat(run.surroundings.commands).hasAtLeastOneElementOfType(StopPrompt.class);
    assertThat(run.activeflow.watching()).isEmpty();
  }

  @Test
  void aHumanLetsRunWhatRunsMeanwhile() {
    FlowRun run = amd("{'async':true,'machine_action':'voicemail'}");

    run.give(new CallFact.AnswererDetected(call(run), Answerer.HUMAN));

    assertThat(run.at()).isEqualTo("next");
    assertThat(run.activeflow.watching()).isEmpty();
  }

  private static FlowRun amd(String option) {
    return FlowRun.answered("[{'id':'amd','type':'amd','option':" + option + "}" + PATHS);
  }

  private static Call call(FlowRun run) {
    return run.call.orElseThrow();
  }

  private static List<String> controls(FlowRun run) {
    return run.surroundings.commands.stream()
        .filter(ControlMedia.class::isInstance)
        .map(command -> ((ControlMedia) command).what())
        .toList();
  }
}
