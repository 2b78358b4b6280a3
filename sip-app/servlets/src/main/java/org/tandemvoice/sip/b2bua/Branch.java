package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;

/** One of the INVITEs by which a party is called at all its places. */
final class Branch {

  private final SipServletRequest invite;
  private final Map<String, String> answers = new HashMap<>();
  private boolean rang;
  private int finalStatus;
  private boolean cancelSent;

  Branch(SipServletRequest invite) {
    this.invite = invite;
  }

  String callId() {
    return invite.getCallId();
  }

  /** Sends the INVITE. One that cannot be sent counts as refused with 503 (RFC 3261 8.1.3.1). */
  void send() {
    try {
      invite.send();
    } catch (IOException | IllegalStateException unreachable) {
      end(SipServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  /** Keeps the SDP of a reliable provisional response, which its 200 need not repeat. */
  void answer(String toTag, String sdp) {
    answers.putIfAbsent(toTag, sdp);
  }

  /** The SDP of a reliable provisional response of that dialog; empty if it had none. */
  String answer(String toTag) {
    return answers.getOrDefault(toTag, "");
  }

  void ring() {
    rang = true;
  }

  void end(int status) {
    finalStatus = status;
  }

  boolean isPending() {
    return finalStatus == 0;
  }

  /** Whether the other side has shown that it is there, and has not decided yet. */
  boolean isProceeding() {
    return isPending() && invite.getSession().getState() != SipSession.State.INITIAL;
  }

  /** What came of it in the end; 200 for an answer. */
  FinalResponse outcome() {
    return new FinalResponse(finalStatus, rang);
  }

  /**
   * Sends CANCEL if that is possible: not before a provisional response, 100 included (RFC 3261
   * section 9.1), and not after the final one.
   *
   * @return whether it has to be tried again
   */
  boolean cancel() {
    if (!isPending() || cancelSent) {
      return false;
    }
    if (!isProceeding()) {
      return true;
    }
    cancelSent = true;
    try {
      invite.createCancel().send();
    } catch (IOException unreachable) {
      end(SipServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (IllegalStateException alreadyAnswered) {
      // its final response is waiting for us to let go of the session
      return false;
    }
    return false;
  }
}
