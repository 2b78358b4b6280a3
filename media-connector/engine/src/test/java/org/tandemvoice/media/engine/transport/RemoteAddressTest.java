package org.tandemvoice.media.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteAddressTest {

  private static final long MS = 1_000_000;
  private static final InetSocketAddress NAMED = new InetSocketAddress("192.0.2.1", 4000);
  private static final InetSocketAddress BEHIND_NAT = new InetSocketAddress("198.51.100.1", 61_000);
  private static final InetSocketAddress STRANGER = new InetSocketAddress("203.0.113.1", 9_999);

  private final RemoteAddress remote = new RemoteAddress();

  @Test
  void acceptsNothingBeforeAnSdpWasSeen() {
    assertThat(remote.accepts(NAMED, 0)).isFalse();
    assertThat(remote.target()).isNull();
  }

  @Test
  void sendsWhereTheSdpSaysUntilAPacketComes() {
    remote.signal(Optional.of(NAMED), 0);
    assertThat(remote.target()).isEqualTo(NAMED);

    assertThat(remote.accepts(BEHIND_NAT, 5 * MS)).isTrue();

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void aStrangerCannotTakeOverARunningStream() {
    remote.signal(Optional.of(NAMED), 0);
    for (int i = 0; i < 200; i++) {
      assertThat(remote.accepts(BEHIND_NAT, 20 * i * MS)).isTrue();
      assertThat(remote.accepts(STRANGER, (20 * i + 1) * MS)).isFalse();
    }

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void theAddressOfTheSdpTakesOverFromAStrangerWhoWasFirst() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(STRANGER, 0);

    assertThat(remote.accepts(NAMED, MS)).isTrue();

    assertThat(remote.target()).isEqualTo(NAMED);
    assertThat(remote.accepts(STRANGER, 2 * MS)).isFalse();
  }

  @Test
  void followsANatThatChangedItsPort() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(BEHIND_NAT, 0);
    InetSocketAddress moved = new InetSocketAddress("198.51.100.1", 61_001);

    assertThat(remote.accepts(moved, 500 * MS)).isFalse();
    assertThat(remote.accepts(moved, 1_100 * MS)).isFalse();
    assertThat(remote.accepts(moved, 1_120 * MS)).isFalse();
    assertThat(remote.accepts(moved, 1_140 * MS)).isTrue();

    assertThat(remote.target()).isEqualTo(moved);
  }

  @Test
  void aNewSdpAddressUndoesTheBinding() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(BEHIND_NAT, 0);
    InetSocketAddress other = new InetSocketAddress("192.0.2.200", 7_000);

    remote.signal(Optional.of(other), 100 * MS);

    assertThat(remote.target()).isEqualTo(other);
    assertThat(remote.accepts(BEHIND_NAT, 200 * MS)).isTrue();
    assertThat(remote.target()).isEqualTo(other);
    assertThat(remote.accepts(other, 300 * MS)).isTrue();
    assertThat(remote.accepts(BEHIND_NAT, 310 * MS)).isFalse();
  }

  @Test
  void thePhoneThatStaysWhereItIsIsBoundAgain() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(BEHIND_NAT, 0);
    remote.signal(Optional.of(new InetSocketAddress("192.0.2.200", 7_000)), 100 * MS);

    assertThat(remote.accepts(BEHIND_NAT, 1_200 * MS)).isTrue();

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void theSameSdpAddressChangesNothing() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(BEHIND_NAT, 0);

    remote.signal(Optional.of(new InetSocketAddress("192.0.2.1", 4000)), 100 * MS);

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void sendsNowhereWhilePausedAndKeepsItsBinding() {
    remote.signal(Optional.of(NAMED), 0);
    remote.accepts(BEHIND_NAT, 0);

    remote.pause(MS);
    assertThat(remote.target()).isNull();
    assertThat(remote.accepts(BEHIND_NAT, 2 * MS)).isTrue();
    assertThat(remote.target()).isNull();
    remote.signal(Optional.of(NAMED), 3 * MS);

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }

  @Test
  void findsWhoNamedNoAddressByThePackets() {
    remote.signal(Optional.empty(), 0);
    assertThat(remote.target()).isNull();

    assertThat(remote.accepts(BEHIND_NAT, MS)).isTrue();

    assertThat(remote.target()).isEqualTo(BEHIND_NAT);
  }
}
