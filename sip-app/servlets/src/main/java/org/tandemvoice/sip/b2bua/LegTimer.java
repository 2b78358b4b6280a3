package org.tandemvoice.sip.b2bua;

/** What the timers of a leg are for. */
enum LegTimer {
  /** To send a CANCEL that had to wait for a provisional response. */
  CANCEL,
  /** To stop waiting for places that have not responded at all, now that all others refused. */
  SILENT_PLACES,
  /** The other side has not done its part: acknowledged, confirmed the end. */
  DEADLINE
}
