package org.tandemvoice.media;

import java.net.InetSocketAddress;
import java.time.Instant;

/**
 * A copy of an RTP packet as it passed.
 *
 * @param sent to the party; else it came from it
 * @param local our side
 * @param remote the party's side
 * @param data the packet from its header on
 */
public record MediaPacket(
    Instant at, boolean sent, InetSocketAddress local, InetSocketAddress remote, byte[] data) {}
