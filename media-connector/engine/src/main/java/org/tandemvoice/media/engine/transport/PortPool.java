package org.tandemvoice.media.engine.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.BitSet;
import java.util.Optional;

/**
 * The range of RTP ports. Pairs are given out in turn, so that a freed port rests as long as
 * possible before late packets of its last call can reach the next one. A port that another program
 * holds is passed over.
 */
public final class PortPool {

  private static final int EXPEDITED_FORWARDING = 46 << 2;
  private static final int RECEIVE_BUFFER_BYTES = 64 * 1024;

  private final InetAddress bindAddress;
  private final int firstPort;
  private final int pairs;
  private final BitSet taken = new BitSet();
  private final boolean speaksIp6 = probeIp6();
  private int next;

  /**
   * The range holds every even port from {@code minPort} whose odd neighbour is at most {@code
   * maxPort}.
   */
  public PortPool(InetAddress bindAddress, int minPort, int maxPort) {
    this.bindAddress = bindAddress;
    this.firstPort = minPort + (minPort & 1);
    this.pairs = Math.max(0, (maxPort - firstPort + 1) / 2);
  }

  /** Binds the next free pair; empty if there is none. */
  public Optional<PortPair> reserve() {
    for (int tries = 0; tries < pairs; tries++) {
      int index = takeNext();
      if (index < 0) {
        return Optional.empty();
      }
      Optional<PortPair> pair = bind(firstPort + 2 * index);
      if (pair.isPresent()) {
        return pair;
      }
      give(index);
    }
    return Optional.empty();
  }

  /** The pair's sockets are closed; its ports may be given out again. */
  public void release(PortPair pair) {
    give((pair.rtpPort() - firstPort) / 2);
  }

  /** RTP ports not given out; whether another program holds them is seen only when they are. */
  public synchronized int free() {
    return pairs - taken.cardinality();
  }

  /** Whether this system gives us sockets for IPv6 (a JVM with preferIPv4Stack does not). */
  public boolean speaksIp6() {
    return speaksIp6;
  }

  private static boolean probeIp6() {
    try (DatagramChannel probe = DatagramChannel.open(StandardProtocolFamily.INET6)) {
      return probe.isOpen();
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private synchronized int takeNext() {
    int index = taken.nextClearBit(next);
    if (index >= pairs) {
      index = taken.nextClearBit(0);
    }
    if (index >= pairs) {
      return -1;
    }
    taken.set(index);
    next = (index + 1) % pairs;
    return index;
  }

  private synchronized void give(int index) {
    taken.clear(index);
  }

  private Optional<PortPair> bind(int port) {
    DatagramChannel rtp = null;
    try {
      rtp = open(port);
      return Optional.of(new PortPair(port, rtp, open(port + 1)));
    } catch (IOException e) {
      closeQuietly(rtp);
      return Optional.empty();
    }
  }

  private DatagramChannel open(int port) throws IOException {
    DatagramChannel channel = DatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER_BYTES);
      // RFC 4594 section 4.1: telephony is marked Expedited Forwarding.
      channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED_FORWARDING);
      return channel.bind(new InetSocketAddress(bindAddress, port));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void closeQuietly(DatagramChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The port is lost to us either way; the next one is tried.
        System.getLogger(PortPool.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
      }
    }
  }
}
