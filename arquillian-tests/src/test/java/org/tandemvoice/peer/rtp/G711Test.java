package org.tandemvoice.peer.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class G711Test {

  @Test
  void knowsTheCodesOfSilenceAndFullScale() {
    assertThat(G711.toUlaw((short) 0)).isEqualTo((byte) 0xFF);
    assertThat(G711.toUlaw((short) 32767)).isEqualTo((byte) 0x80);
    assertThat(G711.toAlaw((short) 0)).isEqualTo((byte) 0xD5);
    assertThat(G711.toAlaw((short) 32767)).isEqualTo((byte) 0xAA);
    assertThat(G711.fromUlaw((byte) 0x00)).isEqualTo((short) -32124);
    assertThat(G711.fromAlaw((byte) 0x2A)).isEqualTo((short) -32256);
  }

  @Test
  void bringsEveryCodeBackToItself() {
    for (int code = 0; code < 256; code++) {
      short alaw = G711.fromAlaw((byte) code);
      assertThat(G711.toAlaw(alaw)).as("A-law %d", code).isEqualTo((byte) code);
      if (code != 0x7F) { // negative zero of u-law comes back as positive zero
        short ulaw = G711.fromUlaw((byte) code);
        assertThat(G711.toUlaw(ulaw)).as("u-law %d", code).isEqualTo((byte) code);
      }
    }
  }

  @Test
  void staysNearTheSample() {
    for (int sample = -32000; sample <= 32000; sample += 37) {
      int allowed = 16 + Math.abs(sample) / 16;
      assertThat((int) G711.fromUlaw(G711.toUlaw((short) sample)))
          .isCloseTo(sample, within(allowed));
      assertThat((int) G711.fromAlaw(G711.toAlaw((short) sample)))
          .isCloseTo(sample, within(allowed));
    }
  }
}
