package org.tandemvoice.flow.control;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.call.entity.CallDraft;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.FlowReference;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ActiveflowDraft;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowFrame;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.http.control.WebAnswer;
import org.tandemvoice.time.control.Timestamps;

/** One execution of a flow on a call, without a server. */
final class FlowRun {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));

  final RecordingSurroundings surroundings = new RecordingSurroundings();
  final Activeflow activeflow;
  final Optional<Call> call;

  private final FlowExecution execution =
      new FlowExecution(FlowActionFixture.actions(), surroundings, new Timestamps("iso"));

  private FlowRun(String actions, Optional<Call> call, Map<String, String> variables) {
    this.call = call;
    String kept =
        FlowActionFixture.lists()
            .read(JsonText.array(actions.replace('\'', '"')), "actions")
            .toString();
    this.activeflow =
        new Activeflow(
            new ActiveflowDraft(
                new UUID(0, 1),
                CUSTOMER,
                "node-1",
                call.map(Call::id),
                FlowFrame.of(new UUID(0, 2), kept),
                FlowVariables.of(variables),
                OwnedResource.NIL,
                OwnedResource.NIL,
                0),
            FlowActionFixture.NOW);
  }

  /** A flow on an outgoing call that has just been answered. */
  static FlowRun answered(String actions) {
    return answered(actions, Map.of());
  }

  static FlowRun answered(String actions, Map<String, String> variables) {
    Call call = outgoing(Optional.empty());
    call.answer(FlowActionFixture.NOW);
    FlowRun run = new FlowRun(actions, Optional.of(call), variables);
    run.begin();
    return run;
  }

  /** A flow on a call that nobody has answered yet. */
  static FlowRun unanswered(String actions, CallDirection direction) {
    FlowRun run = new FlowRun(actions, Optional.of(call(direction, Optional.empty())), Map.of());
    run.begin();
    return run;
  }

  static FlowRun withoutCall(String actions) {
    FlowRun run = new FlowRun(actions, Optional.empty(), Map.of());
    run.begin();
    return run;
  }

  static FlowRun withFlow(String actions, UUID id, String nested) {
    Call call = outgoing(Optional.empty());
    call.answer(FlowActionFixture.NOW);
    FlowRun run = new FlowRun(actions, Optional.of(call), Map.of());
    run.surroundings.flows.put(
        id, Flow.temporary(id, CUSTOMER, nested.replace('\'', '"'), FlowActionFixture.NOW));
    run.begin();
    return run;
  }

  static Call outgoing(Optional<CallId> master) {
    return call(CallDirection.OUTGOING, master);
  }

  private static Call call(CallDirection direction, Optional<CallId> master) {
    return new Call(
        new CallDraft(
            new CallId(UUID.randomUUID()),
            CUSTOMER,
            "node-1",
            direction,
            Address.of("tel", "+15551234567"),
            Address.of("extension", "1002"),
            FlowReference.NONE,
            Duration.ofSeconds(30),
            master),
        FlowActionFixture.NOW);
  }

  private void begin() {
    execution.begin(activeflow, call);
  }

  /** The prompt that is being played has come to its end. */
  void promptEnds() {
    promptEnds("");
  }

  void promptEnds(String failure) {
    UUID playback = UUID.fromString(activeflow.memory());
    give(new CallFact.PromptEnded(call.orElseThrow(), playback, failure));
  }

  void press(String digits) {
    for (char digit : digits.toCharArray()) {
      activeflow.pressed(digit);
      give(new CallFact.DigitReceived(call.orElseThrow(), digit));
    }
  }

  void timePasses() {
    execution.on(new FlowFact.TimePassed(activeflow.memory()), activeflow, call);
  }

  void webAnswers(int status, String body) {
    execution.on(
        new FlowFact.WebAnswered(
            activeflow.memory(), new WebAnswer(status, body.replace('\'', '"'), "")),
        activeflow,
        call);
  }

  void answer() {
    call.orElseThrow().answer(FlowActionFixture.NOW);
    execution.unhold(activeflow, call);
  }

  void give(CallFact fact) {
    execution.on(fact, activeflow, call);
  }

  /** The running action's id. */
  String at() {
    return JsonText.object(activeflow.currentAction()).getString("id");
  }

  String variable(String name) {
    return new VariableLookup(activeflow, call).value(name);
  }
}
