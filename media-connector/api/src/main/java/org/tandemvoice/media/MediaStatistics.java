package org.tandemvoice.media;

/**
 * What was measured on one session.
 *
 * @param packetsSent RTP packets sent
 * @param packetsReceived RTP packets received and accepted
 * @param packetsLost expected and never received (RFC 3550 appendix A.3)
 * @param packetLossPercent lost of expected, 0 to 100
 * @param jitterMs interarrival jitter (RFC 3550 section 6.4.1), milliseconds
 * @param rttMs round trip by RTCP (RFC 3550 section 6.4.1, LSR and DLSR), milliseconds; 0 until
 *     known
 * @param mos estimate by the E-model (ITU-T G.107), 1 to 4.5; 0 until packets came
 * @param codec encoding name in use, for instance {@code PCMU}; empty until negotiated
 */
public record MediaStatistics(
    long packetsSent,
    long packetsReceived,
    long packetsLost,
    double packetLossPercent,
    double jitterMs,
    double rttMs,
    double mos,
    String codec) {}
