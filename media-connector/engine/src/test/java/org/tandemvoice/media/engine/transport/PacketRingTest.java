package org.tandemvoice.media.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PacketRingTest {

  private final PacketRing ring = new PacketRing();
  private final byte[] out = new byte[2_048];

  @Test
  void givesBackWhatWasPutIn() {
    assertThat(ring.poll(out)).isZero();
    ring.offer(new byte[] {1, 2, 3}, 3, true, 77);
    ring.offer(new byte[] {4}, 1, false, 78);

    assertThat(ring.poll(out)).isEqualTo(3);
    assertThat(out).startsWith(1, 2, 3);
    assertThat(ring.polledControl()).isTrue();
    assertThat(ring.polledArrivalNanos()).isEqualTo(77);
    assertThat(ring.poll(out)).isEqualTo(1);
    assertThat(ring.polledControl()).isFalse();
    assertThat(ring.poll(out)).isZero();
  }

  @Test
  void refusesWhatDoesNotFit() {
    byte[] packet = new byte[1_500];
    int taken = 0;
    while (ring.offer(packet, packet.length, false, 0)) {
      taken++;
    }

    assertThat(taken).isEqualTo(10);
    assertThat(ring.poll(out)).isEqualTo(1_500);
    assertThat(ring.offer(packet, packet.length, false, 0)).isTrue();
  }

  @Test
  void carriesAMillionPacketsBetweenTwoThreadsInOrder() {
    int count = 1_000_000;
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(
            () -> {
              Random random = new Random(1);
              byte[] packet = new byte[400];
              for (int i = 0; i < count; i++) {
                int length = 5 + random.nextInt(300);
                Arrays.fill(packet, 0, length, (byte) i);
                while (!ring.offer(packet, length, false, i)) {
                  Thread.onSpinWait();
                }
              }
            });
    Random random = new Random(1);
    for (int i = 0; i < count; i++) {
      int length = 0;
      while (length == 0) {
        length = ring.poll(out);
      }
      if (length != 5 + random.nextInt(300)
          || out[0] != (byte) i
          || out[length - 1] != (byte) i
          || ring.polledArrivalNanos() != i) {
        throw new AssertionError("packet " + i);
      }
    }
    sender.join();

    assertThat(ring.poll(out)).isZero();
  }
}
