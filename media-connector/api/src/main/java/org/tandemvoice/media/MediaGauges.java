package org.tandemvoice.media;

/**
 * Gauges of a media engine.
 *
 * @param openSessions sessions opened and not closed
 * @param freePorts RTP ports that can still be reserved
 * @param tickLatenessMicros 99th percentile of how late the pacing wheel woke in the last ten
 *     seconds, microseconds
 */
public record MediaGauges(int openSessions, int freePorts, long tickLatenessMicros) {}
