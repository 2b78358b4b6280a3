package org.tandemvoice.sip.connector.mobicents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.sip.container.SipFlow;

class ReturnFlowTest {

  @ParameterizedTest
  @CsvSource({
    "192.168.1.5, 5060, udp:203.0.113.7:4000, true",
    "100.64.1.5, 5060, udp:203.0.113.7:4000, true",
    "[fd00::1], 5060, udp:2001:db8::1:4000, true",
    "df7jal23ls0d.invalid, -1, wss:203.0.113.7:4000, true",
    "203.0.113.7, 5060, tcp:203.0.113.7:4000, true",
    "203.0.113.7, 4000, tcp:203.0.113.7:4000, false",
    "203.0.113.7, 5060, udp:203.0.113.7:4000, false",
    "198.51.100.1, 5060, udp:203.0.113.7:4000, false",
    "198.51.100.1, 5060, tcp:203.0.113.7:4000, false",
    "sbc.example.com, 5060, udp:203.0.113.7:4000, false",
  })
  void flowIsFollowedOnlyWhereTheContactCannotBeMeantForUs(
      String host, int port, String flow, boolean needed) {
    assertThat(ReturnFlow.neededFor(host, port, SipFlow.parse(flow))).isEqualTo(needed);
  }
}
