package org.tandemvoice.call.entity;

import java.util.Locale;

/** Why a call ended, for customers (inventory section 10). */
public enum HangupReason {
  /** Ended after it was answered. */
  NORMAL,
  /** Never reached the other side. */
  FAILED,
  /** The other side was busy. */
  BUSY,
  /** Given up by the originator before it was answered. */
  CANCEL,
  /** Exceeded the maximum duration after it was answered. */
  TIMEOUT,
  /** The other side did not answer in its own time, or declined. */
  NOANSWER,
  /** Not answered within the platform's dial timeout. */
  DIALOUT,
  /** A machine answered and the settings hang up on machines. */
  AMD;

  /**
   * What a cause means for the customer (contract section 6).
   *
   * @param before the state in which the call ended
   */
  static HangupReason of(
      ReleaseCause cause, CallDirection direction, CallStatus before, boolean wasAnswered) {
    return switch (cause) {
      case MAX_DURATION -> TIMEOUT;
      case MACHINE -> AMD;
      case DIAL_TIMEOUT -> DIALOUT;
      case NORMAL, CANCELED, MEDIA_SILENT ->
          !wasAnswered && isGivenUp(cause, direction, before) ? CANCEL : NORMAL;
      case BUSY -> wasAnswered ? NORMAL : BUSY;
      case NO_ANSWER, DECLINED -> wasAnswered ? NORMAL : NOANSWER;
      case UNAVAILABLE, NO_CREDIT -> wasAnswered ? NORMAL : FAILED;
      case NOT_FOUND, FORBIDDEN, NOT_ACCEPTABLE, UNREACHABLE, INTERNAL -> FAILED;
    };
  }

  /** Whether the originator gave up. */
  private static boolean isGivenUp(ReleaseCause cause, CallDirection direction, CallStatus before) {
    return direction == CallDirection.INCOMING
        ? cause == ReleaseCause.CANCELED
        : before == CallStatus.CANCELING;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
