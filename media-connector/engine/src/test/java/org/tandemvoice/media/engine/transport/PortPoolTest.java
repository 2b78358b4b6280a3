package org.tandemvoice.media.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortPoolTest {

  private final InetAddress loopback = InetAddress.getLoopbackAddress();
  private final List<PortPair> pairs = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (PortPair pair : pairs) {
      pair.close();
    }
  }

  @Test
  void givesEvenPortsInTurnAndAFreedOneLast() throws Exception {
    int first = freeRange(8);
    PortPool pool = new PortPool(loopback, first, first + 7);

    PortPair one = reserve(pool);
    assertThat(one.rtpPort() % 2).isZero();
    one.close();
    pool.release(one);

    assertThat(List.of(reserve(pool).rtpPort(), reserve(pool).rtpPort(), reserve(pool).rtpPort()))
        .containsExactly(first + 2, first + 4, first + 6);
    assertThat(reserve(pool).rtpPort()).isEqualTo(first);
    assertThat(pool.reserve()).isEmpty();
    assertThat(pool.free()).isZero();
  }

  @Test
  void countsOnlyWholePairs() {
    assertThat(new PortPool(loopback, 20_001, 20_006).free()).isEqualTo(2);
    assertThat(new PortPool(loopback, 20_000, 20_004).free()).isEqualTo(2);
    assertThat(new PortPool(loopback, 20_001, 20_002).free()).isZero();
  }

  @Test
  void passesOverAPortThatAnotherProgramHolds() throws Exception {
    int first = freeRange(6);
    try (DatagramSocket other = new DatagramSocket(first + 1, loopback)) {
      PortPool pool = new PortPool(loopback, first, first + 5);

      assertThat(reserve(pool).rtpPort()).isEqualTo(first + 2);
      assertThat(other.isBound()).isTrue();
      assertThat(reserve(pool).rtpPort()).isEqualTo(first + 4);
      assertThat(pool.reserve()).isEmpty();
    }
  }

  private PortPair reserve(PortPool pool) {
    PortPair pair = pool.reserve().orElseThrow();
    pairs.add(pair);
    return pair;
  }

  /** An even port from which so many are free at this moment. */
  private int freeRange(int count) throws Exception {
    while (true) {
      int first;
      try (DatagramSocket probe = new DatagramSocket(0, loopback)) {
        first = Math.min(60_000, probe.getLocalPort() & ~1);
      }
      if (isFree(first, count)) {
        return first;
      }
    }
  }

  private boolean isFree(int first, int count) {
    for (int port = first; port < first + count; port++) {
      try (DatagramSocket probe = new DatagramSocket(port, loopback)) {
        assertThat(probe.isBound()).isTrue();
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
