package org.tandemvoice.timeline.entity;

/** What a trace of a call has noted. */
public enum TraceKind {
  /** A SIP message that came in. */
  RECEIVED,
  /** A SIP message that went out. */
  SENT,
  /** A key the party pressed, however it was told. */
  KEY,
  /** What was measured on the media so far. */
  MEDIA;

  public boolean isSip() {
    return this == RECEIVED || this == SENT;
  }
}
