package org.tandemvoice.timeline.entity;

import java.time.Instant;

/**
 * One SIP message of a call.
 *
 * @param at when it passed, to the microsecond
 * @param sent whether by us
 * @param source {@code host:port}
 * @param destination {@code host:port}
 * @param method the method of its CSeq
 * @param text the whole message, without secrets
 */
public record SipMessage(
    Instant at, boolean sent, String source, String destination, String method, String text) {}
