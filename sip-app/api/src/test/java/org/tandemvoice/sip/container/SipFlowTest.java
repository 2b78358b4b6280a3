package org.tandemvoice.sip.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipFlowTest {

  @ParameterizedTest
  @ValueSource(strings = {"udp:192.0.2.1:5060", "wss:2001:db8::1:49152", "tcp:10.0.0.1:65535"})
  void textFormIsReadBack(String text) {
    assertThat(SipFlow.parse(text)).hasToString(text);
  }

  @Test
  void transportIsFoldedToLowerCase() {
    assertThat(new SipFlow("TCP", "192.0.2.1", 5060))
        .isEqualTo(SipFlow.parse("tcp:192.0.2.1:5060"));
  }

  @Test
  void onlyUdpIsNoConnection() {
    assertThat(SipFlow.parse("udp:192.0.2.1:5060").isConnection()).isFalse();
    assertThat(SipFlow.parse("ws:192.0.2.1:5060").isConnection()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "udp",
        "udp:192.0.2.1",
        "sctp:192.0.2.1:1",
        "udp:[::1]:5060",
        "udp:h:0",
        "udp:h:x"
      })
  void refusesWhatIsNoFlow(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SipFlow.parse(text));
  }
}
