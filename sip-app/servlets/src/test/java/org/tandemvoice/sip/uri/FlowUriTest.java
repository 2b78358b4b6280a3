package org.tandemvoice.sip.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.sip.container.SipFlow;

class FlowUriTest {

  @ParameterizedTest
  @CsvSource({
    "udp, 192.0.2.7, 49152, sip:192.0.2.7:49152;transport=udp",
    "wss, 2001:db8::1, 5060, sip:[2001:db8::1]:5060;transport=wss"
  })
  void isReadBack(String transport, String address, int port, String uri) {
    SipFlow flow = new SipFlow(transport, address, port);

    assertThat(FlowUri.of(flow)).isEqualTo(uri);
    assertThat(FlowUri.parse(uri)).isEqualTo(flow);
  }

  @Test
  void needsAPort() {
    assertThatIllegalArgumentException().isThrownBy(() -> FlowUri.parse("sip:192.0.2.7"));
  }
}
