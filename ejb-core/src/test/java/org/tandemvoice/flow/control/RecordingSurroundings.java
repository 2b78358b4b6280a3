package org.tandemvoice.flow.control;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.command.AcceptMedia;
import org.tandemvoice.call.control.command.BridgeLegs;
import org.tandemvoice.call.control.command.PlayPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.recording.control.RecordedFile;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** Writes down what an execution asks for. */
final class RecordingSurroundings implements FlowSurroundings {

  private static final UUID RUNG = new UUID(2, 1);

  final List<String> executed = new ArrayList<>();
  final List<LegCommand> commands = new ArrayList<>();
  final List<WebRequest> requests = new ArrayList<>();
  final List<Duration> timers = new ArrayList<>();
  final List<Call> dialled = new ArrayList<>();
  final List<Recording> recordings = new ArrayList<>();
  final List<RecordingOptions> orders = new ArrayList<>();
  final List<FlowCall> placed = new ArrayList<>();
  final Map<UUID, Flow> flows = new HashMap<>();
  final Map<UUID, Call> others = new HashMap<>();
  Optional<ReleaseCause> released = Optional.empty();
  int ended;
  int moved;

  private long ids;

  @Override
  public Instant now() {
    return FlowActionFixture.NOW;
  }

  @Override
  public UUID newId() {
    return new UUID(1, ++ids);
  }

  @Override
  public void send(LegCommand command) {
    commands.add(command);
  }

  @Override
  public void play(Call call, UUID playbackId, Prompt prompt) {
    commands.add(new PlayPrompt(call, playbackId, prompt));
  }

  @Override
  public void request(Activeflow activeflow, String token, WebRequest request) {
    requests.add(request);
  }

  @Override
  public void wake(Activeflow activeflow, String token, Duration delay) {
    timers.add(delay);
  }

  @Override
  public void executing(Activeflow activeflow, Optional<Call> call, JsonObject action) {
    executed.add(action.getString("type"));
  }

  @Override
  public void moved(Activeflow activeflow) {
    moved++;
  }

  @Override
  public void ended(Activeflow activeflow) {
    ended++;
  }

  @Override
  public void ring(Call call) {
    call.ring(now());
  }

  @Override
  public void mute(Call call, MuteState state) {
    call.mute(state, now());
  }

  @Override
  public void release(Call call, ReleaseCause cause) {
    call.giveUp(cause, now());
    released = Optional.of(cause);
  }

  @Override
  public void join(Call call, Call party) {
    commands.add(new BridgeLegs(call, party.id()));
  }

  @Override
  public void hear(Call call, Call party, String sdp) {
    commands.add(new AcceptMedia(party, sdp));
  }

  @Override
  public Call dial(Call master, Address source, Address destination, Duration timeout) {
    Call party = FlowRun.outgoing(Optional.of(master.id()));
    dialled.add(party);
    return party;
  }

  @Override
  public Optional<UUID> ring(Call master, RingRequest request) {
    request
        .destinations()
        .forEach(party -> dial(master, request.source(), party.address(), request.timeout()));
    return Optional.of(RUNG);
  }

  @Override
  public boolean isRung(Call call, UUID token) {
    return token.equals(RUNG) && dialled.contains(call);
  }

  @Override
  public void place(FlowCall order, GroupDestination group) {
    placed.add(order);
  }

  @Override
  public Call place(FlowCall order) {
    placed.add(order);
    return FlowRun.outgoing(order.master());
  }

  @Override
  public Optional<Call> call(CustomerId customer, UUID id) {
    return Optional.ofNullable(others.get(id));
  }

  @Override
  public List<Call> openChained(Call call) {
    return dialled.stream().filter(party -> !party.status().isFinal()).toList();
  }

  @Override
  public Recording record(Call call, RecordingPurpose purpose, RecordingOptions options) {
    Recording recording = new Recording(newId(), call, purpose, options, now());
    recordings.add(recording);
    orders.add(options);
    return recording;
  }

  @Override
  public void stopRecording(Call call) {
    recordings.forEach(recording -> recording.stop(now()));
  }

  @Override
  public Optional<RecordedFile> recorded(CustomerId customer, UUID id) {
    Path file = Path.of("/recordings/" + id + ".wav");
    return recordings.stream()
        .filter(recording -> recording.uuid().equals(id))
        .map(recording -> new RecordedFile(file.toUri(), Optional.of(file)))
        .findFirst();
  }

  @Override
  public Optional<Flow> flow(CustomerId customer, UUID id) {
    return Optional.ofNullable(flows.get(id));
  }
}
