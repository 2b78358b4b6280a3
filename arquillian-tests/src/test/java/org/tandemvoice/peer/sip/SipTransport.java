package org.tandemvoice.peer.sip;

import java.net.InetSocketAddress;
import java.util.function.BiConsumer;

/** Carries messages for one phone; every message arrives with the flow that leads back. */
public interface SipTransport extends AutoCloseable {

  /** The way to one peer: a UDP address, a TCP connection, a WebSocket. */
  interface Flow {
    void send(byte[] message);

    InetSocketAddress remote();
  }

  /** The word in Via and in the transport parameter: UDP, TCP or WS. */
  String protocol();

  boolean reliable();

  /** What Via and Contact say about where this phone is. */
  String sentBy();

  /** The flow to that peer, opened when there is none yet. */
  Flow flowTo(InetSocketAddress remote);

  void listen(BiConsumer<byte[], Flow> receiver);

  @Override
  void close();
}
