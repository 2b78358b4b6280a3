package org.tandemvoice.sip.connector;

import java.net.InetAddress;

/**
 * Where SIP listens and what it shows of that. All ports are from 1024 to 65535.
 *
 * @param host {@code SIP_HOST}: the address to listen on, default {@code 0.0.0.0} (all of IPv4)
 * @param publicAddress {@code PUBLIC_ADDRESS}: what Via, Contact and Record-Route show; default the
 *     address listened on, or that of the default route when listening on all
 * @param port {@code SIP_PORT}: UDP and TCP, default 5060
 * @param wsPort {@code SIP_WS_PORT}: WebSocket (RFC 7118), default 5062; 0 is off
 */
public record SipAddresses(InetAddress host, String publicAddress, int port, int wsPort) {}
