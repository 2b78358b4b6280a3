package org.tandemvoice.sip.b2bua;

/** What the timers of a leg are for. */
enum LegTimer {
  /** To send a CANCEL that had to wait for a provisional response. */
  CANCEL,
  /** The other side has not done its part: acknowledged, confirmed the end. */
  DEADLINE
}
