package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.AfterCommit;
import org.tandemvoice.call.control.CallStates;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.control.Conversations;
import org.tandemvoice.call.control.Dialing;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Prompts;
import org.tandemvoice.call.control.command.AcceptMedia;
import org.tandemvoice.call.control.command.BridgeLegs;
import org.tandemvoice.call.control.command.SoundLeg;
import org.tandemvoice.call.control.command.StartTimer;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.ExecutedAction;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.recording.control.RecordedFile;
import org.tandemvoice.recording.control.RecordedFiles;
import org.tandemvoice.recording.control.RecordingStates;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** The platform around an execution: other rows of this transaction, and commands after it. */
@ApplicationScoped
public class PlatformSurroundings implements FlowSurroundings {

  /** How many executions may follow one another by on_complete_flow_id (contract section 11). */
  private static final int MOST_COMPLETIONS = 5;

  @Inject private AfterCommit afterCommit;
  @Inject private Activeflows activeflows;
  @Inject private ActiveflowEvents events;
  @Inject private CallStates states;
  @Inject private Calls calls;
  @Inject private Conversations conversations;
  @Inject private Dialing dialing;
  @Inject private FlowCalls flowCalls;
  @Inject private FlowErrands errands;
  @Inject private FlowRings rings;
  @Inject private FlowRunner runner;
  @Inject private Flows flows;
  @Inject private Prompts prompts;
  @Inject private RecordingStates recordings;
  @Inject private RecordedFiles recordedFiles;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public UUID newId() {
    return ids.next();
  }

  @Override
  public void send(LegCommand command) {
    afterCommit.send(command);
  }

  @Override
  public void play(Call call, UUID playbackId, Prompt prompt) {
    prompts.play(call, playbackId, prompt);
  }

  @Override
  public void request(Activeflow activeflow, String token, WebRequest request) {
    send(new FlowErrand(activeflow, () -> errands.request(activeflow.uuid(), token, request)));
  }

  @Override
  public void wake(Activeflow activeflow, String token, Duration delay) {
    Optional<Call> call = activeflow.callId().flatMap(calls::lock);
    send(
        call.<LegCommand>map(known -> new StartTimer(known, token, delay))
            .orElseGet(
                () ->
                    new FlowErrand(
                        activeflow, () -> errands.wake(activeflow.uuid(), token, delay))));
  }

  @Override
  public void executing(Activeflow activeflow, Optional<Call> call, JsonObject action) {
    activeflows.add(new ExecutedAction(ids.next(), activeflow));
    call.ifPresent(known -> states.executing(known, action.toString()));
  }

  @Override
  public void moved(Activeflow activeflow) {
    events.updated(activeflow);
  }

  @Override
  public void ended(Activeflow activeflow) {
    events.updated(activeflow);
    UUID next = activeflow.onCompleteFlowId();
    if (!next.equals(OwnedResource.NIL) && activeflow.completeCount() < MOST_COMPLETIONS) {
      flows
          .find(activeflow.customerId(), next)
          .ifPresent(flow -> runner.follow(activeflow, FlowPlan.of(flow)));
    }
  }

  @Override
  public void ring(Call call) {
    states.ringing(call);
  }

  @Override
  public void mute(Call call, MuteState state) {
    states.mute(call, state);
  }

  @Override
  public void release(Call call, ReleaseCause cause) {
    states.release(call, cause);
  }

  @Override
  public void hear(Call call, Call party, String sdp) {
    send(new AcceptMedia(party, sdp));
    if (call.status().isWaiting()) {
      send(new SoundLeg(call));
    }
    send(new BridgeLegs(call, party.id()));
  }

  @Override
  public void join(Call call, Call party) {
    conversations.join(call, party);
  }

  @Override
  public Call dial(Call master, Address source, Address destination, Duration timeout) {
    return dialing.chained(master, source, destination, timeout);
  }

  @Override
  public Call place(FlowCall order) {
    return flowCalls.place(order);
  }

  @Override
  public void place(FlowCall order, GroupDestination group) {
    rings.place(order, group);
  }

  @Override
  public Optional<UUID> ring(Call master, RingRequest request) {
    return rings.ring(master, request);
  }

  @Override
  public boolean isRung(Call call, UUID token) {
    return rings.isRung(call, token);
  }

  @Override
  public Optional<Call> call(CustomerId customer, UUID id) {
    return calls.find(customer, id);
  }

  @Override
  public List<Call> openChained(Call call) {
    return call.chained().stream()
        .flatMap((CallId id) -> calls.lock(id).stream())
        .filter(chained -> !chained.status().isFinal())
        .toList();
  }

  @Override
  public Recording record(Call call, RecordingPurpose purpose, RecordingOptions options) {
    return recordings.start(call, purpose, options);
  }

  @Override
  public void stopRecording(Call call) {
    recordings.stopIfRunning(call);
  }

  @Override
  public Optional<RecordedFile> recorded(CustomerId customer, UUID id) {
    return recordedFiles.playable(customer, id);
  }

  @Override
  public Optional<Flow> flow(CustomerId customer, UUID id) {
    return flows.find(customer, id);
  }
}
