package org.tandemvoice.sip.container;

import java.time.Instant;

/**
 * One SIP message as it passed a listening point.
 *
 * @param at when
 * @param sent whether by us
 * @param source {@code host:port} it came from
 * @param destination {@code host:port} it went to
 * @param callId its Call-ID (RFC 3261 section 20.8)
 * @param method the method of its CSeq, also for a response
 * @param text the whole message, secrets included
 */
public record WireMessage(
    Instant at,
    boolean sent,
    String source,
    String destination,
    String callId,
    String method,
    String text) {}
