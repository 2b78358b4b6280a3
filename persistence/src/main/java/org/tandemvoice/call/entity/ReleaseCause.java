package org.tandemvoice.call.entity;

/**
 * Why a leg was or shall be released, before it is judged who hung up on whom. The SIP edge maps
 * statuses to causes and back; nothing else knows the statuses.
 */
public enum ReleaseCause {
  /** Ended by a party that had enough of it. */
  NORMAL,
  /** Busy (486, 600). */
  BUSY,
  /** Alerted, did not answer (408, 480). */
  NO_ANSWER,
  /** Declined by the called person (603). */
  DECLINED,
  /** The originator gave up before the answer (487). */
  CANCELED,
  /** Nobody of that name or number (404, 604). */
  NOT_FOUND,
  /** Not allowed (403). */
  FORBIDDEN,
  /** No media in common (488, 606). */
  NOT_ACCEPTABLE,
  /**
   * No way to reach the other side: no binding, no route, transport error, any other 4xx or 5xx.
   */
  UNREACHABLE,
  /** The platform has no capacity or is stopping (503). */
  UNAVAILABLE,
  /** The platform's dial timeout. */
  DIAL_TIMEOUT,
  /** The maximum duration of a call. */
  MAX_DURATION,
  /** The money does not suffice: not to begin, or not to go on. */
  NO_CREDIT,
  /** No media came for too long. */
  MEDIA_SILENT,
  /** A machine answered. */
  MACHINE,
  /** Something broke on our side (500). */
  INTERNAL
}
