package org.tandemvoice.call.entity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The states of a call (inventory section 10). They only move forward; {@link #HANGUP} is final.
 */
public enum CallStatus {
  /** The call exists; nobody rings yet. */
  DIALING,
  /** The called side rings (SIP 180). */
  RINGING,
  /** Answered (SIP 200): media flows, actions run. */
  PROGRESSING,
  /** The platform ends an answered or an incoming call; the other side has not confirmed yet. */
  TERMINATING,
  /** The platform gives up an outgoing call before it was answered. */
  CANCELING,
  /** Over. Nothing follows. */
  HANGUP;

  /** The states that may follow this one. */
  public Set<CallStatus> next() {
    return switch (this) {
      case DIALING -> EnumSet.of(RINGING, PROGRESSING, TERMINATING, CANCELING, HANGUP);
      case RINGING -> EnumSet.of(PROGRESSING, TERMINATING, CANCELING, HANGUP);
      case PROGRESSING -> EnumSet.of(TERMINATING, HANGUP);
      case TERMINATING, CANCELING -> EnumSet.of(HANGUP);
      case HANGUP -> EnumSet.noneOf(CallStatus.class);
    };
  }

  public boolean isFinal() {
    return this == HANGUP;
  }

  /** Whether the call has not been answered and is not being given up. */
  public boolean isWaiting() {
    return this == DIALING || this == RINGING;
  }

  /** As the API writes it: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
