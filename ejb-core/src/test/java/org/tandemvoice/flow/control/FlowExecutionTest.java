package org.tandemvoice.flow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.ReleaseCause;

/** How an execution moves from action to action. */
class FlowExecutionTest {

  private static final UUID NESTED = new UUID(0, 9);

  private static String set(String id, String key, String value) {
    return "{'id':'%s','type':'variable_set','option':{'key':'%s','value':'%s'}}"
        .formatted(id, key, value);
  }

  @Test
  void tellsOnceThatItHasMovedHoweverFar() {
    FlowRun run =
        FlowRun.answered(
            "[{'type':'variable_set','option':{'key':'a','value':'1'}},"
                + "{'type':'talk','option':{'text':'one'}},{'type':'stop'}]");
    assertThat(run.surroundings.moved).isEqualTo(1);

    run.press("1");
    assertThat(run.surroundings.moved).isEqualTo(1);
    run.promptEnds();

    assertThat(run.surroundings.moved).isEqualTo(1);
    assertThat(run.surroundings.ended).isEqualTo(1);
  }

  @Test
  void runsTheActionsInOrderAndEndsTheCall() {
    FlowRun run = FlowRun.answered("[" + set("a", "x", "1") + "," + set("b", "x", "2") + "]");

    assertThat(run.surroundings.executed).containsExactly("variable_set", "variable_set");
    assertThat(run.variable("x")).isEqualTo("2");
    assertThat(run.activeflow.isRunning()).isFalse();
    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.surroundings.released).contains(ReleaseCause.NORMAL);
    assertThat(run.surroundings.ended).isEqualTo(1);
  }

  @Test
  void waitsForThePromptAndIgnoresAnother() {
    FlowRun run = FlowRun.answered("[{'id':'t','type':'talk','option':{'text':'hello'}}]");

    run.give(new CallFact.PromptEnded(run.call.orElseThrow(), UUID.randomUUID(), ""));

    assertThat(run.activeflow.isRunning()).isTrue();
    run.promptEnds();
    assertThat(run.activeflow.isRunning()).isFalse();
  }

  @Test
  void showsWhyAnActionFailed() {
    FlowRun run = FlowRun.answered("[{'id':'t','type':'talk','option':{'text':'hello'}}]");

    run.promptEnds("TTS service unavailable");

    assertThat(run.activeflow.error()).isEqualTo("TTS service unavailable");
    assertThat(run.at()).isEqualTo("t");
    assertThat(run.surroundings.released).isPresent();
  }

  @Test
  void followsNextId() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'a','type':'variable_set','next_id':'c','option':{'key':'x','value':'1'}},"
                + set("b", "x", "2")
                + ","
                + set("c", "y", "3")
                + "]");

    assertThat(run.variable("x")).isEqualTo("1");
    assertThat(run.variable("y")).isEqualTo("3");
  }

  @Test
  void jumpsAsOftenAsTheGotoSays() {
    FlowRun run =
        FlowRun.answered(
            "["
                + set("a", "x", "${x}i")
                + ",{'id':'g','type':'goto','option':{'target_id':'a','loop_count':2}},"
                + set("b", "y", "{{x}}")
                + "]");

    assertThat(run.variable("y")).isEqualTo("iii");
    assertThat(run.activeflow.loops("g")).isEqualTo(2);
  }

  @Test
  void stopsAFlowThatTurnsInCircles() {
    FlowRun run = FlowRun.answered("[{'id':'a','type':'goto','option':{'target_id':'a'}}]");

    assertThat(run.surroundings.executed).hasSize(1000);
    assertThat(run.activeflow.error()).contains("1000 actions").contains("circles");
    assertThat(run.surroundings.released).isPresent();
  }

  @Test
  void countsOnlyActionsSinceItWaited() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'a','type':'sleep','option':{'duration':1}},"
                + "{'id':'g','type':'goto','option':{'target_id':'a','loop_count':1500}}]");

    for (int i = 0; i <= 1500; i++) {
      run.timePasses();
    }

    assertThat(run.activeflow.error()).isEmpty();
    assertThat(run.activeflow.executedCount()).isEqualTo(3002);
  }

  @Test
  void runsANestedFlowAndComesBack() {
    FlowRun run =
        FlowRun.withFlow(
            "[{'id':'f','type':'fetch_flow','option':{'flow_id':'"
                + NESTED
                + "'}},"
                + set("b", "y", "${x}2")
                + "]",
            NESTED,
            "[" + set("n", "x", "1") + "]");

    assertThat(run.surroundings.executed)
        .containsExactly("fetch_flow", "variable_set", "variable_set");
    assertThat(run.variable("y")).isEqualTo("12");
  }

  @Test
  void stopsAFlowThatFetchesItselfWithoutEnd() {
    String self = "[{'id':'f','type':'fetch_flow','option':{'flow_id':'" + NESTED + "'}}]";

    FlowRun run = FlowRun.withFlow(self, NESTED, self);

    assertThat(run.activeflow.depth()).isEqualTo(100);
    assertThat(run.activeflow.error()).contains("nested 100 deep");
  }

  @Test
  void saysThatAFetchedFlowIsNotThere() {
    FlowRun run =
        FlowRun.answered("[{'id':'f','type':'fetch_flow','option':{'flow_id':'" + NESTED + "'}}]");

    assertThat(run.activeflow.error()).contains("no flow").contains(NESTED.toString());
  }

  @Test
  void holdsAnActionThatNeedsTheAnswerOfAnEarlyCall() {
    FlowRun run =
        FlowRun.unanswered(
            "[" + set("a", "x", "1") + ",{'type':'talk','option':{'text':'hi'}}]",
            CallDirection.OUTGOING);

    assertThat(run.variable("x")).isEqualTo("1");
    assertThat(run.activeflow.isHeld()).isTrue();
    assertThat(run.surroundings.commands).isEmpty();
    run.answer();
    assertThat(run.surroundings.commands).hasSize(1);
  }

  @Test
  void refusesToTalkOnAnIncomingCallThatIsNotAnswered() {
    FlowRun run =
        FlowRun.unanswered("[{'type':'talk','option':{'text':'hi'}}]", CallDirection.INCOMING);

    assertThat(run.activeflow.error())
        .isEqualTo("talk needs an answered call, and this one is dialing");
  }

  @Test
  void refusesToTalkWithoutACall() {
    FlowRun run = FlowRun.withoutCall("[{'type':'talk','option':{'text':'hi'}}]");

    assertThat(run.activeflow.error()).contains("needs a call");
  }

  @Test
  void fillsUnknownVariablesWithNothing() {
    FlowRun run =
        FlowRun.answered(
            "[" + set("a", "x", "<{{ nothing }}${nothing}{{given}}>") + "]", Map.of("given", "$1"));

    assertThat(run.variable("x")).isEqualTo("<$1>");
  }

  @Test
  void knowsTheVariablesOfThePlatform() {
    FlowRun run =
        FlowRun.answered(
            "["
                + set(
                    "a",
                    "x",
                    "${voipbin.call.direction} ${voipbin.call.source.target} ${voipbin.call.nothing.at.all}")
                + "]");

    assertThat(run.variable("x")).isEqualTo("outgoing +15551234567 ");
  }

  @Test
  void failsBeyondTheLimitsOfVariables() {
    FlowRun run =
        FlowRun.answered(
            "[{'id':'a','type':'variable_set','option':{'key':'x','value':'0123456789${x}${x}'}},"
                + "{'type':'goto','option':{'target_id':'a'}}]");

    assertThat(run.activeflow.error()).contains("x has").contains("at most 32768");
  }
}
