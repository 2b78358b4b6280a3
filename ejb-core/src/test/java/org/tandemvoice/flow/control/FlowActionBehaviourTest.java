package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.command.BridgeLegs;
import org.tandemvoice.call.control.command.StopPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingDirection;
import org.tandemvoice.recording.entity.RecordingFormat;

/** What single actions do. */
class FlowActionBehaviourTest {

  private static final String SET = "{'type':'variable_set','option':{'key':'x','value':'yes'}},";
  private static final String END = "{'id':'end','type':'stop'}";

  @Test
  void receivesDigitsUpToTheTerminator() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'d','type':'digits_receive','option':{'duration':9000,'terminator':'#'}},"
                + "{'id':'b','type':'block'}]");

    run.press("12");
    assertThat(run.at()).isEqualTo("d");
    run.press("#4");

    assertThat(run.variable("voipbin.call.digits")).isEqualTo("12");
    assertThat(run.activeflow.digits()).isEqualTo("4");
    assertThat(run.surroundings.timers).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void recordsTheConversationUntilItIsStopped() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'record_start'},{'id':'s','type':'sleep','option':{'duration':10}},"
                + "{'type':'record_stop'},{'id':'b','type':'block'}]");

    assertThat(run.at()).isEqualTo("s");
    Recording recording = run.surroundings.recordings.get(0);
    assertThat(recording.format()).isEqualTo(RecordingFormat.MP3);
    assertThat(recording.direction()).isEqualTo(RecordingDirection.BOTH);
    assertThat(recording.status().isRunning()).isTrue();
    assertThat(run.variable("voipbin.recording.id")).isEqualTo(recording.uuid().toString());
    run.timePasses();

    assertThat(recording.status().isRunning()).isFalse();
    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void recordsAMessageAfterTheBeepAndPlaysIt() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'r','type':'record_voice','option':{'duration':5000,'silence_timeout':2000,'variable_name':'said'}},"
                + "{'id':'p','type':'play','option':{'stream_urls':['{{said}}']}},{'id':'b','type':'block'}]");

    assertThat(run.surroundings.recordings).isEmpty();
    run.promptEnds();
    Recording recording = run.surroundings.recordings.get(0);
    assertThat(run.surroundings.orders.get(0).limits().maxDuration())
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(run.at()).isEqualTo("r");
    run.give(new CallFact.RecordingEnded(run.call.orElseThrow(), recording.uuid(), ""));

    assertThat(run.variable("said")).isEqualTo("recording:" + recording.uuid());
    assertThat(run.at()).isEqualTo("p");
    assertThat(run.surroundings.commands)
        .last()
        .asString()
        .contains("/recordings/" + recording.uuid() + ".wav");
    run.promptEnds();
    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void goesOnWhenAMessageWasLost() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'record_voice','option':{'variable_name':'said','beep_start':false}},{'id':'b','type':'block'}]");

    Recording recording = run.surroundings.recordings.get(0);
    run.give(new CallFact.RecordingEnded(run.call.orElseThrow(), recording.uuid(), "disk full"));

    assertThat(run.variable("said")).isEmpty();
    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void playsNoRecordingOfOthers() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'play','option':{'stream_urls':['recording:00000000-0000-0000-0000-000000000009']}}]");

    assertThat(run.activeflow.error()).contains("there is no recording");
  }

  @Test
  void receivesWhatThereIsWhenTheTimeIsOver() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'digits_receive','option':{'length':4}},{'id':'b','type':'block'}]");

    run.press("12");
    run.timePasses();

    assertThat(run.variable("voipbin.call.digits")).isEqualTo("12");
    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void aKeyEndsATalkThatSaysSo() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'talk','option':{'text':'long','digits_handle':'next'}},"
                + "{'type':'digits_receive','option':{'length':1}},{'id':'b','type':'block'}]");

    run.press("7");

    assertThat(run.surroundings.commands).hasAtLeastOneElementOfType(StopPrompt.class);
    assertThat(run.at()).isEqualTo("b");
    assertThat(run.variable("voipbin.call.digits")).isEqualTo("7");
  }

  @Test
  void refusesTheCallerForTheReasonOfTheHangup() {
    FlowRun run =
        FlowRun.unanswered(
            "[{'type':'hangup','option':{'reason':'busy'}}]", CallDirection.INCOMING);

    assertThat(run.surroundings.released).contains(ReleaseCause.BUSY);
  }

  @Test
  void refusesTheCallerForTheReasonAnotherCallEnded() {
    FlowRun run =
        FlowRun.unanswered(
            "[{'type':'sleep','option':{'duration':10}},"
                + "{'type':'hangup','option':{'reference_id':'00000000-0000-0000-0000-00000000000a'}}]",
            CallDirection.INCOMING);
    Call other = FlowRun.outgoing(Optional.empty());
    other.hangUp(ReleaseCause.DECLINED, FlowActionFixture.NOW);
    run.surroundings.others.put(new UUID(0, 10), other);

    run.timePasses();

    assertThat(run.surroundings.released).contains(ReleaseCause.DECLINED);
  }

  @Test
  void failsIfThereIsNoSuchCall() {
    FlowRun run =
        FlowRun.unanswered(
            "[{'type':'hangup','option':{'reference_id':'00000000-0000-0000-0000-00000000000a'}}]",
            CallDirection.INCOMING);

    assertThat(run.activeflow.error()).contains("there is no call");
  }

  @Test
  void withholdsTheCallerFromWhomItCallsIfAsked() {
    String call =
        "{'type':'call','option':{'anonymous':'%s',"
            + "'destinations':[{'type':'tel','target':'+15551230000'}],'actions':[]}}";

    FlowRun run =
        FlowRun.answered(
            "[" + call.formatted("yes") + "," + call.formatted("no") + "," + END + "]");

    assertThat(run.surroundings.placed)
        .extracting(order -> order.source().withheld())
        .containsExactly(true, false);
    assertThat(run.surroundings.placed.get(0).source().target()).isEqualTo("+15551234567");
  }

  @Test
  void goesOnWithWhatTheServerAnswered() {
    FlowRun run =
        FlowRun.withoutCall(
            "[{'type':'fetch','option':{'event_url':'https://example.com/f'}}," + SET + END + "]");

    assertThat(run.surroundings.requests.get(0).body()).contains("activeflow_id");
    run.webAnswers(200, "[{'type':'variable_set','option':{'key':'y','value':'fetched'}}]");

    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.variable("y")).isEqualTo("fetched");
    assertThat(run.variable("x")).isEqualTo("yes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "500 | []                  | the server answered 500",
        "200 | {}                  | no JSON array",
        "200 | [{'type':'dance'}]  | dance",
      })
  void failsOnWhatTheServerShouldNotAnswer(int status, String body, String error) {
    FlowRun run =
        FlowRun.withoutCall("[{'type':'fetch','option':{'event_url':'https://example.com/f'}}]");

    run.webAnswers(status, body);

    assertThat(run.activeflow.error()).contains(error);
  }

  @Test
  void sendsAWebhookAndGoesOn() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'webhook_send','option':{'uri':'https://example.com/${to}','method':'put',"
                + "'data':'${voipbin.call.direction}','data_type':'text/plain'}},"
                + SET
                + END
                + "]",
            Map.of("to", "hook"));

    assertThat(run.variable("x")).isEqualTo("yes");
    var request = run.surroundings.requests.get(0);
    assertThat(request.uri().toString()).isEqualTo("https://example.com/hook");
    assertThat(request.method()).isEqualTo("PUT");
    assertThat(request.body()).isEqualTo("outgoing");
  }

  @Test
  void waitsForTheAnswerOfASynchronousWebhook() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'webhook_send','option':{'uri':'https://example.com/','sync':true}},"
                + SET
                + END
                + "]");

    assertThat(run.variable("x")).isEmpty();
    run.webAnswers(201, "done");

    assertThat(run.variable("x")).isEqualTo("yes");
    assertThat(run.variable("voipbin.webhook.status")).isEqualTo("201");
  }

  @Test
  void placesCallsWithAFlowOfTheirOwn() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'call','option':{'chained':true,'destinations':[{'target':'1'},{'target':'2'}],"
                + "'actions':[{'type':'talk','option':{'text':'${later}'}}]}},"
                + SET
                + END
                + "]");

    assertThat(run.surroundings.placed).hasSize(2);
    FlowCall first = run.surroundings.placed.get(0);
    assertThat(first.master()).contains(run.call.orElseThrow().id());
    assertThat(first.plan().frame().actions()).contains("${later}");
    assertThat(first.source().target()).isEqualTo("+15551234567");
    assertThat(run.variable("x")).isEqualTo("yes");
  }

  @Test
  void connectsTheFirstThatAnswersAndGoesOnWhenItHangsUp() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'connect','option':{'destinations':[{'target':'1'},{'target':'2'}]}},"
                + SET
                + "{'id':'b','type':'block'}]");
    assertThat(run.surroundings.dialled).hasSize(2);
    Call second = run.surroundings.dialled.get(1);

    second.answer(FlowActionFixture.NOW);
    run.give(new CallFact.Answered(second));

    assertThat(run.surroundings.commands)
        .containsExactly(new BridgeLegs(run.call.orElseThrow(), second.id()));
    second.hangUp(ReleaseCause.NORMAL, FlowActionFixture.NOW);
    run.give(new CallFact.Ended(second));
    assertThat(run.at()).isNotEqualTo("b");
    run.give(new CallFact.Parted(run.call.orElseThrow(), second.id()));
    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void goesOnWhenNobodyCouldBeConnected() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'connect','option':{'destinations':[{'target':'1'}]}},{'id':'b','type':'block'}]");
    Call party = run.surroundings.dialled.get(0);

    party.hangUp(ReleaseCause.BUSY, FlowActionFixture.NOW);
    run.give(new CallFact.Ended(party));

    assertThat(run.at()).isEqualTo("b");
  }

  @Test
  void connectMindsOnlyThePartiesItHasDialled() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'c','type':'connect','option':{'destinations':[{'target':'1'}]}}]");
    Call stranger = FlowRun.outgoing(run.call.map(Call::id));

    stranger.answer(FlowActionFixture.NOW);
    run.give(new CallFact.Answered(stranger));

    assertThat(run.surroundings.commands).isEmpty();
    assertThat(run.at()).isEqualTo("c");
  }
}
