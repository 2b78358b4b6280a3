package org.tandemvoice.media.engine.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * One leg's two sockets. The receiving thread fills {@link #received}; the owner thread sends, and
 * receives what it cannot wait for. Datagrams that are no RTP or RTCP, of a payload type we did not
 * agree on, or from a stranger end here.
 */
public final class LegPorts {

  private static final int VERSION_BITS = 0xC0;
  private static final int VERSION_2 = 0x80;
  private static final int MAX_HURRIED = 16;
  private static final long ERROR_PAUSE_NANOS = 1_000_000_000L;

  private final PortPair pair;
  private final PacketRing received = new PacketRing();
  private final Lock receiving = new ReentrantLock();
  private final RemoteAddress rtpRemote = new RemoteAddress();
  private final RemoteAddress rtcpRemote = new RemoteAddress();
  private volatile boolean[] payloadTypes = new boolean[128];
  private volatile boolean multiplexed;
  private volatile long refused;
  private long errorUntilNanos;
  private boolean failing;

  public LegPorts(PortPair pair) {
    this.pair = pair;
  }

  public int rtpPort() {
    return pair.rtpPort();
  }

  public PacketRing received() {
    return received;
  }

  public RemoteAddress rtpRemote() {
    return rtpRemote;
  }

  public RemoteAddress rtcpRemote() {
    return rtcpRemote;
  }

  /** Only packets of these payload types are let in; the array is not changed afterwards. */
  public void admit(boolean[] agreedPayloadTypes) {
    payloadTypes = agreedPayloadTypes;
  }

  /** RTCP shares the RTP port from now on (RFC 5761), or no longer. */
  public void multiplex(boolean on) {
    multiplexed = on;
  }

  /** Datagrams not let in. */
  public long refused() {
    return refused;
  }

  /** Sends to the RTP target; false if there is none or the network refuses. */
  public boolean sendRtp(ByteBuffer packet, long nowNanos) {
    return send(pair.rtp(), packet, rtpRemote.target(), nowNanos);
  }

  /** Sends to the RTCP target. */
  public boolean sendRtcp(ByteBuffer packet, long nowNanos) {
    return multiplexed
        ? sendRtp(packet, nowNanos)
        : send(pair.rtcp(), packet, rtcpRemote.target(), nowNanos);
  }

  /**
   * Called by the owner thread: takes some of what waits in the RTP socket, unless the receiving
   * thread is about to. The buffer has an array.
   */
  public void hurry(ByteBuffer buffer, NanoClock clock) {
    if (receiving.tryLock()) {
      try {
        int taken = 0;
        while (taken < MAX_HURRIED && take(true, buffer, clock)) {
          taken++;
        }
      } catch (IOException closed) {
        // The receiving thread deals with it.
      } finally {
        receiving.unlock();
      }
    }
  }

  PortPair pair() {
    return pair;
  }

  /** Called by the receiving thread when a datagram waits. The buffer has an array. */
  void receive(boolean rtpSocket, ByteBuffer buffer, NanoClock clock) throws IOException {
    receiving.lock();
    try {
      take(rtpSocket, buffer, clock);
    } finally {
      receiving.unlock();
    }
  }

  /** False if none waits. */
  private boolean take(boolean rtpSocket, ByteBuffer buffer, NanoClock clock) throws IOException {
    DatagramChannel channel = rtpSocket ? pair.rtp() : pair.rtcp();
    InetSocketAddress source = (InetSocketAddress) channel.receive(buffer.clear());
    if (source == null) {
      return false;
    }
    accept(rtpSocket, source, buffer.array(), buffer.position(), clock.nanos());
    return true;
  }

  private void accept(
      boolean rtpSocket, InetSocketAddress source, byte[] datagram, int length, long nowNanos) {
    boolean control = isControl(datagram, length);
    boolean expected = rtpSocket ? !control || multiplexed : control && !multiplexed;
    if (!expected
        || length < 8
        || (datagram[0] & VERSION_BITS) != VERSION_2
        || !control && !payloadTypes[datagram[1] & 0x7F]
        || !(rtpSocket ? rtpRemote : rtcpRemote).accepts(source, nowNanos)
        || !received.offer(datagram, length, control, nowNanos)) {
      refused++;
    }
  }

  /**
   * RFC 5761 section 4: packet types 192 to 223 are RTCP, which no RTP packet of ours can look
   * like.
   */
  private static boolean isControl(byte[] datagram, int length) {
    int type = length > 1 ? datagram[1] & 0xFF : 0;
    return type >= 192 && type <= 223;
  }

  private boolean send(
      DatagramChannel channel, ByteBuffer packet, InetSocketAddress target, long nowNanos) {
    if (target == null || failing && nowNanos - errorUntilNanos < 0) {
      return false;
    }
    try {
      failing = false;
      return channel.send(packet, target) > 0;
    } catch (IOException | RuntimeException e) {
      // Unreachable, or a family this socket cannot speak: tried again a second later, without a
      // word per packet.
      failing = true;
      errorUntilNanos = nowNanos + ERROR_PAUSE_NANOS;
      return false;
    }
  }
}
