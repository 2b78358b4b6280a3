package org.tandemvoice.timeline.entity;

import java.time.Instant;

/**
 * One SIP message of a call, one key of its party, or one measurement of its media.
 *
 * @param at when it passed, to the microsecond
 * @param source {@code host:port}; empty if it is no message
 * @param destination {@code host:port}; empty if it is no message
 * @param method the method of its CSeq; empty if it is no message
 * @param text the whole message without secrets, the key, or the measurement as a JSON object
 */
public record TraceEntry(
    Instant at, TraceKind kind, String source, String destination, String method, String text) {

  public static TraceEntry key(Instant at, char key) {
    return new TraceEntry(at, TraceKind.KEY, "", "", "", String.valueOf(key));
  }

  public static TraceEntry media(Instant at, String json) {
    return new TraceEntry(at, TraceKind.MEDIA, "", "", "", json);
  }
}
