package org.tandemvoice.call.control;

import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.media.Answerer;

/**
 * Something that has happened to a call, published inside the transaction that records it.
 * Observers may change the same call and those chained to it; they never talk to the outside.
 */
public sealed interface CallFact {

  Call call();

  /** The called side rings. */
  record Rang(Call call) implements CallFact {}

  /** Before it answers, the called side sends sound, described by this answer to our offer. */
  record Sounds(Call call, String sdp) implements CallFact {}

  /** The call was answered. */
  record Answered(Call call) implements CallFact {}

  /** The call is over. */
  record Ended(Call call) implements CallFact {}

  /**
   * The call whose party this one talked to is gone, or has been led elsewhere, and nobody has
   * taken its place.
   */
  record Parted(Call call, CallId from) implements CallFact {}

  /** The call has left the room of that id. */
  record LeftRoom(Call call, UUID roomId) implements CallFact {}

  /**
   * A prompt has been played, or failed with a sentence that says why; empty if it did not fail.
   */
  record PromptEnded(Call call, UUID playbackId, String failure) implements CallFact {}

  /** A key was pressed. */
  record DigitReceived(Call call, char digit) implements CallFact {}

  /**
   * A recording has ended and can be played, or was lost for a reason in a sentence; empty if it
   * was not.
   */
  record RecordingEnded(Call call, UUID recordingId, String failure) implements CallFact {}

  /** The keys of this sending have been pressed. */
  record DigitsSent(Call call, UUID sendingId) implements CallFact {}

  /** It was judged who took the call. */
  record AnswererDetected(Call call, Answerer answerer) implements CallFact {}

  /** The machine that took the call has done greeting, and records from now on if it ever does. */
  record GreetingEnded(Call call) implements CallFact {}

  /** A time asked for with this token has passed. */
  record TimePassed(Call call, String token) implements CallFact {}
}
