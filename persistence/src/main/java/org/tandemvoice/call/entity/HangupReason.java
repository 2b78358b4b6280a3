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

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
