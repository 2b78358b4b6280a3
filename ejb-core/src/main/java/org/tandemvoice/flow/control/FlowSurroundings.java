package org.tandemvoice.flow.control;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegCommand;
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

/**
 * All that an execution sees and moves outside its own row. On the platform it is the database and
 * what leaves after the commit; in tests a list of what was asked for.
 */
public interface FlowSurroundings {

  Instant now();

  UUID newId();

  /** Carries the command out after the commit. */
  void send(LegCommand command);

  /** Plays the prompt to the party of the call after the commit. */
  void play(Call call, UUID playbackId, Prompt prompt);

  /** Sends the request after the commit; the answer comes back with this token. */
  void request(Activeflow activeflow, String token, WebRequest request);

  /** Sees to it that {@link FlowFact.TimePassed} comes with this token. */
  void wake(Activeflow activeflow, String token, Duration delay);

  /** The execution has begun the action that is its current one. */
  void executing(Activeflow activeflow, Optional<Call> call, JsonObject action);

  /** The execution waits at another action now than before. */
  void moved(Activeflow activeflow);

  /** The execution is over. */
  void ended(Activeflow activeflow);

  /** The caller of an incoming call is told that it rings. */
  void ring(Call call);

  /** Holds back this of the call's sound and nothing else. */
  void mute(Call call, MuteState state);

  void release(Call call, ReleaseCause cause);

  /** The call hears what the party sends before it answers. */
  void hear(Call call, Call party, String sdp);

  /** The parties of the two calls hear each other from now on. */
  void join(Call call, Call party);

  /** Dials a party, chained to the master. */
  Call dial(Call master, Address source, Address destination, Duration timeout);

  /**
   * Dials parties that are chained to the master, together or in turn, until one of them answers.
   *
   * @return what {@link #isRung} knows them by; empty if none of them could be dialled
   */
  Optional<UUID> ring(Call master, RingRequest request);

  /** Whether the call is one that was dialled by the {@link #ring} of this token. */
  boolean isRung(Call call, UUID token);

  /** Dials a call that runs a flow of its own. */
  Call place(FlowCall order);

  /** Dials an agent or a group, where whoever answers runs a flow of its own. */
  void place(FlowCall order, GroupDestination group);

  /** A call of the customer. */
  Optional<Call> call(CustomerId customer, UUID id);

  /** The calls that are chained to this one and not over. */
  List<Call> openChained(Call call);

  /** Begins to record the call. */
  Recording record(Call call, RecordingPurpose purpose, RecordingOptions options);

  /** Ends the recording of the conversation, if one runs. */
  void stopRecording(Call call);

  /** A recording of the customer that can be played. */
  Optional<RecordedFile> recorded(CustomerId customer, UUID id);

  Optional<Flow> flow(CustomerId customer, UUID id);
}
