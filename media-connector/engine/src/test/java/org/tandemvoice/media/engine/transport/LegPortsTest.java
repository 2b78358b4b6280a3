package org.tandemvoice.media.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LegPortsTest {

  private static final int PACKETS = 5;

  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final byte[] taken = new byte[2_048];
  private final ByteBuffer buffer = ByteBuffer.allocate(2_048);
  private PortPair pair;
  private LegPorts leg;
  private DatagramSocket phone;

  @BeforeEach
  void open() throws Exception {
    try (DatagramSocket probe = new DatagramSocket(0, loopback)) {
      int min = probe.getLocalPort();
      pair = new PortPool(loopback, min, min + 99).reserve().orElseThrow();
    }
    leg = new LegPorts(pair);
    phone = new DatagramSocket(0, loopback);
    boolean[] pcmu = new boolean[128];
    pcmu[0] = true;
    leg.admit(pcmu);
    leg.rtpRemote().signal(Optional.of((InetSocketAddress) phone.getLocalSocketAddress()), 0);
  }

  @AfterEach
  void close() throws Exception {
    phone.close();
    pair.close();
  }

  /** No receiving thread runs here. */
  @Test
  void whatWaitsIsTakenInItsOrderByWhoCannotWait() throws Exception {
    for (int i = 0; i < PACKETS; i++) {
      say(0x80, i);
    }
    leg.hurry(buffer, () -> 42);
    for (int i = 0; i < PACKETS; i++) {
      assertThat(leg.received().poll(taken)).isEqualTo(12);
      assertThat(taken[3]).isEqualTo((byte) i);
      assertThat(leg.received().polledArrivalNanos()).isEqualTo(42);
    }
    assertThat(leg.received().poll(taken)).isZero();
  }

  @Test
  void aFloodDoesNotHoldUpWhoHurries() throws Exception {
    for (int i = 0; i < 40; i++) {
      say(0x80, i);
    }
    leg.hurry(buffer, () -> 42);
    int packets = 0;
    while (leg.received().poll(taken) > 0) {
      packets++;
    }
    assertThat(packets).isBetween(1, 16);
  }

  @Test
  void strangersAreRefusedInAHurryToo() throws Exception {
    say(0x40, 1);
    leg.hurry(buffer, () -> 42);
    assertThat(leg.received().poll(taken)).isZero();
    assertThat(leg.refused()).isEqualTo(1);
  }

  @Test
  void aClosedLegHasNothingToTake() throws Exception {
    pair.close();
    leg.hurry(buffer, () -> 42);
    assertThat(leg.received().poll(taken)).isZero();
  }

  private void say(int firstByte, int sequence) throws Exception {
    byte[] packet = new byte[12];
    packet[0] = (byte) firstByte;
    packet[3] = (byte) sequence;
    phone.send(new DatagramPacket(packet, packet.length, loopback, leg.rtpPort()));
  }
}
