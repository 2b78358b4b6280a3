package org.tandemvoice.sip.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressedKeyTest {

  @Test
  void readsARelayedKey() {
    assertThat(PressedKey.of("application/dtmf-relay", "Signal=5\r\nDuration=250\r\n"))
        .contains(new PressedKey('5', 250));
    assertThat(PressedKey.of("Application/DTMF-Relay; charset=x", "signal = *\nDuration = 9\n"))
        .contains(new PressedKey('*', 40));
  }

  @Test
  void readsAKeyAlone() {
    assertThat(PressedKey.of("application/dtmf", " d\r\n")).contains(new PressedKey('D', 160));
  }

  @Test
  void leavesTheRest() {
    assertThat(PressedKey.of("text/plain", "5")).isEmpty();
    assertThat(PressedKey.of("application/dtmf-relay", "Signal=55\r\n")).isEmpty();
    assertThat(PressedKey.of("application/dtmf", "flash")).isEmpty();
  }
}
