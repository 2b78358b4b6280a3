package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/**
 * The signaling side of calls, implemented by the SIP servlets. Commands are given after the commit
 * that decided them, on a thread of ours, in order per call; they return when the message is handed
 * to the stack. What comes of them returns as a fact to {@link CallManager}. A command for a leg
 * that is gone is ignored.
 */
public interface LegSignaling {

  /**
   * Rings every target of the lowest order at once with the same offer. The first answer wins and
   * the others are canceled. When the last one fails, those of the next order are rung, unless
   * somebody was reached who did not want the call (inventory section 12); in the end {@link
   * CallManager#legReleased} is told the best response (RFC 3261 section 16.7).
   *
   * @throws SignalingException if no target can be sent to
   */
  void dial(OutboundLeg leg);

  /** The offer that came with the INVITE of an incoming call; empty if it carried none. */
  String remoteOffer(CallId call);

  /** Tells the caller that it rings (180). Repeating it is harmless. */
  void ring(CallId call);

  /**
   * Lets the caller hear before the answer (183): this SDP will be that of the 200 as well (RFC
   * 3261 section 13.2.1). Does nothing if the caller has to wait for a reliable response before.
   */
  void sound(CallId call, String sdp);

  /**
   * Answers an incoming call (200) with this SDP: the answer, or the offer if the INVITE carried
   * none.
   */
  void answer(CallId call, String sdp);

  /**
   * Ends the leg by what its state asks for: CANCEL, BYE, or the final response of that cause.
   *
   * @return whether there is such a leg; then {@link CallManager#legReleased} will be told, at the
   *     latest when its transaction times out
   */
  boolean hangUp(CallId call, ReleaseCause cause);

  /**
   * Tells a phone that has asked for a transfer what comes of it (RFC 3515 section 2.4.5). One that
   * has not asked is told nothing.
   */
  void tellReferrer(CallId call, ReferralProgress progress);

  /** Tells an answered leg of a key that is pressed towards it (INFO). */
  void tellDigit(CallId call, char digit, int durationMs);
}
