package org.tandemvoice.media.engine.sdp;

import java.net.InetAddress;
import java.util.function.Predicate;

/**
 * What our descriptions say of ourselves, and whom we can reach.
 *
 * @param address advertised in {@code c=}
 * @param rtpPort advertised in {@code m=}
 * @param canReach false for an address of a family that our socket does not speak
 */
public record LocalEndpoint(InetAddress address, int rtpPort, Predicate<InetAddress> canReach) {}
