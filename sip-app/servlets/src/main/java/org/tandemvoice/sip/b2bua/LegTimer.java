package org.tandemvoice.sip.b2bua;

/** What the timers of a leg are for. */
enum LegTimer {
  /** To send a CANCEL that had to wait for a provisional response. */
  CANCEL,
  /** To stop waiting for places that have not responded at all, now that all others refused. */
  SILENT_PLACES,
  /** It is our turn to refresh the session (RFC 4028 section 7.2). */
  REFRESH,
  /** The other side has not refreshed the session (RFC 4028 section 10). */
  SESSION_EXPIRY,
  /** The other side has not done its part: acknowledged, confirmed the end. */
  DEADLINE
}
