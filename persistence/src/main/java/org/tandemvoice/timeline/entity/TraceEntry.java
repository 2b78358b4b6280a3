package org.tandemvoice.timeline.entity;

import java.time.Instant;

/**
 * One SIP message of a call, or one key of its party.
 *
 * @param at when it passed, to the microsecond
 * @param source {@code host:port}; empty for a key
 * @param destination {@code host:port}; empty for a key
 * @param method the method of its CSeq; empty for a key
 * @param text the whole message without secrets, or the key
 */
public record TraceEntry(
    Instant at, TraceKind kind, String source, String destination, String method, String text) {

  public static TraceEntry key(Instant at, char key) {
    return new TraceEntry(at, TraceKind.KEY, "", "", "", String.valueOf(key));
  }
}
