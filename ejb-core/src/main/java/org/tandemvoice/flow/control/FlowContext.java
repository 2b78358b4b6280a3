package org.tandemvoice.flow.control;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallMetadata;
import org.tandemvoice.call.control.Digits;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.command.ControlMedia;
import org.tandemvoice.call.control.command.StopPrompt;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.MuteState;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.flow.entity.Flow;
import org.tandemvoice.flow.entity.FlowVariables;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.http.control.WebRequest;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.media.MediaSession;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.recording.control.RecordedFile;
import org.tandemvoice.recording.control.RecordingVariables;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingOptions;
import org.tandemvoice.recording.entity.RecordingPurpose;

/** What an action may see and do: its call, its memory, and the commands it can give. */
public final class FlowContext {

  private static final String RECORDING = "recording";

  private final Activeflow activeflow;
  private final Optional<Call> call;
  private final FlowSurroundings surroundings;

  FlowContext(Activeflow activeflow, Optional<Call> call, FlowSurroundings surroundings) {
    this.activeflow = activeflow;
    this.call = call;
    this.surroundings = surroundings;
  }

  /**
   * @throws PlatformException {@code CALL_STATE_INVALID} if the flow runs without a call
   */
  public Call call() {
    return call.orElseThrow(
        () ->
            new PlatformException(
                ErrorCode.CALL_STATE_INVALID, "this needs a call, and the flow runs without one"));
  }

  /** The call, if the flow works on one. */
  public Optional<Call> callIfAny() {
    return call;
  }

  /** Whether the fact is about the flow's own call and not one chained to it. */
  public boolean isOwn(CallFact fact) {
    return call.map(Call::id).filter(fact.call().id()::equals).isPresent();
  }

  public Activeflow activeflow() {
    return activeflow;
  }

  public Instant now() {
    return surroundings.now();
  }

  /** What this action remembered since it began; empty at first. */
  public String memory() {
    return activeflow.memory();
  }

  public void remember(String text) {
    activeflow.remember(text, now());
  }

  /** What this variable says; empty if there is none. */
  public String variable(String name) {
    return new VariableLookup(activeflow, call).value(name);
  }

  /** What a text with variables in it says, or the variable it is the name of. */
  public String valueOf(String nameOrText) {
    return Placeholders.isIn(nameOrText)
        ? Placeholders.fill(nameOrText, this::variable)
        : variable(nameOrText);
  }

  /**
   * Keeps a variable for the rest of the execution.
   *
   * @throws PlatformException {@code INVALID_VARIABLES} beyond the limits
   */
  public void set(String name, String value) {
    activeflow.change(activeflow.variables().with(name, value), now());
  }

  /** What digits_receive received, for the actions behind it. */
  public void received(String digits, String key) {
    set(VariableLookup.DIGITS, digits);
    set(VariableLookup.DIGITS_KEY, key);
  }

  /** The digits received last, and the key that ended them if one did. */
  public String receivedWithKey() {
    return variable(VariableLookup.DIGITS) + variable(VariableLookup.DIGITS_KEY);
  }

  /** Gives a command to be carried out after the commit. */
  public void send(LegCommand command) {
    surroundings.send(command);
  }

  /**
   * Plays a prompt to the party; its end comes as {@code PromptEnded} with the id that is
   * remembered.
   */
  public void play(Prompt prompt) {
    UUID playback = surroundings.newId();
    remember(playback.toString());
    surroundings.play(call(), playback, prompt);
  }

  /** Plays a prompt to another party; its end is no concern of the action. */
  public void playTo(Call party, Prompt prompt) {
    surroundings.play(party, surroundings.newId(), prompt);
  }

  /** Ends what is being played. */
  public void stopPlaying() {
    send(new StopPrompt(call()));
  }

  /**
   * Begins to record the call; {@code voipbin.recording.*} tells of it from now on.
   *
   * @return the id by which its end comes as {@code RecordingEnded}
   * @throws PlatformException {@code RECORDING_ALREADY_ACTIVE}, {@code FLOW_NOT_FOUND}
   */
  public UUID record(RecordingPurpose purpose, RecordingOptions options) {
    Recording recording = surroundings.record(call(), purpose, options);
    RecordingVariables.of(recording).forEach(this::set);
    return recording.uuid();
  }

  /** Ends the recording of the conversation, if one runs. */
  public void stopRecording() {
    surroundings.stopRecording(call());
  }

  /**
   * Sound files to play, the customer's own recordings ({@code recording:<id>}) among them.
   *
   * @throws PlatformException {@code RECORDING_NOT_FOUND} if there is none of that id, or it has no
   *     whole file
   */
  public Prompt.Files files(List<URI> uris) {
    List<URI> playable = new ArrayList<>();
    Set<Path> granted = new HashSet<>();
    for (URI uri : uris) {
      if (RECORDING.equalsIgnoreCase(uri.getScheme())) {
        RecordedFile file = recorded(uri.getSchemeSpecificPart());
        playable.add(file.uri());
        file.granted().ifPresent(granted::add);
      } else {
        playable.add(uri);
      }
    }
    return new Prompt.Files(playable, granted);
  }

  private RecordedFile recorded(String id) {
    return JsonFields.uuidOf(id)
        .flatMap(known -> surroundings.recorded(activeflow.customerId(), known))
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.RECORDING_NOT_FOUND, "there is no recording " + id + " to play"));
  }

  /** Tells the party's media to do something. */
  public void control(String what, Consumer<MediaSession> control) {
    send(new ControlMedia(call(), what, control));
  }

  /** Presses keys towards the party; {@code DigitsSent} comes with the id that is remembered. */
  public void press(Digits digits) {
    UUID sending = surroundings.newId();
    remember(sending.toString());
    control("keys", session -> digits.press(session, sending));
  }

  /** Holds back this of the call's sound and nothing else. */
  public void mute(MuteState state) {
    surroundings.mute(call(), state);
  }

  /** Lets this action hear of facts after it is done, in place of any that does so already. */
  public void watch() {
    activeflow.watch();
  }

  /** This action has heard enough. */
  public void unwatch() {
    activeflow.unwatch();
  }

  /** Comes back as {@link FlowFact.TimePassed} with the token that is remembered. */
  public void comeBackAfter(Duration delay) {
    surroundings.wake(activeflow, newToken(), delay);
  }

  /**
   * Sends a request after the commit; the answer comes back as {@link FlowFact.WebAnswered} with
   * the token that is remembered.
   */
  public void request(WebRequest request) {
    surroundings.request(activeflow, newToken(), request);
  }

  private String newToken() {
    String token = surroundings.newId().toString();
    remember(token);
    return token;
  }

  /** Tells the caller of an incoming call that it rings. */
  public void ring() {
    surroundings.ring(call());
  }

  /** Ends a call for this cause. */
  public void release(Call party, ReleaseCause cause) {
    surroundings.release(party, cause);
  }

  /** This call hears what the party sends before it answers. */
  public void hear(Call party, String sdp) {
    surroundings.hear(call(), party, sdp);
  }

  /** This call and that party hear each other from now on. */
  public void join(Call party) {
    surroundings.join(call(), party);
  }

  /** Dials a party, chained to this call. */
  public Call dial(Address source, Address destination, Duration timeout) {
    return surroundings.dial(call(), source, destination, timeout);
  }

  /**
   * Dials parties that are chained to this call, together or in turn, until one of them answers;
   * facts about each come to this action.
   *
   * @return what {@link #isRung} knows them by; empty if none of them could be dialled
   */
  public Optional<UUID> ring(RingRequest request) {
    return surroundings.ring(call(), request);
  }

  /** Whether the call is one that was dialled by the {@link #ring} of this token. */
  public boolean isRung(Call party, UUID token) {
    return surroundings.isRung(party, token);
  }

  /** Dials calls that run a flow of their own; of an agent or a group, whoever answers. */
  public void place(
      Address source,
      GroupDestination destination,
      FlowPlan plan,
      boolean early,
      Optional<CallId> master) {
    FlowCall order = order(source, destination, plan, early, master);
    if (FlowRings.isGroup(destination)) {
      surroundings.place(order, destination);
    } else {
      surroundings.place(order);
    }
  }

  private FlowCall order(
      Address source,
      GroupDestination destination,
      FlowPlan plan,
      boolean early,
      Optional<CallId> master) {
    Duration own = destination.dialTimeout();
    return new FlowCall(
        activeflow.customerId(),
        source,
        destination.address(),
        own.isZero() ? Duration.ofSeconds(30) : own,
        plan,
        FlowVariables.NONE,
        early,
        master,
        activeflow.uuid(),
        CallMetadata.NONE);
  }

  /**
   * Another call of the customer.
   *
   * @throws PlatformException {@code CALL_NOT_FOUND}
   */
  public Call call(UUID id) {
    return surroundings
        .call(activeflow.customerId(), id)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.CALL_NOT_FOUND, "there is no call " + id));
  }

  /** The calls that are chained to this one and not over. */
  public List<Call> openChained() {
    return surroundings.openChained(call());
  }

  /**
   * @throws PlatformException {@code FLOW_NOT_FOUND}
   */
  public Flow flow(UUID id) {
    return surroundings
        .flow(activeflow.customerId(), id)
        .orElseThrow(
            () -> new PlatformException(ErrorCode.FLOW_NOT_FOUND, "there is no flow " + id));
  }
}
