package org.tandemvoice.sip.uri;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SipUriTextTest {

  private static SipUriText parse(String text) {
    return SipUriText.parse(text).orElseThrow();
  }

  @Test
  void takesAUriApart() {
    assertThat(parse("sip:10%2001:pw@Example.COM:5062;transport=TCP;lr?subject=x"))
        .isEqualTo(
            new SipUriText(
                "sip", "10%2001:pw", "example.com", 5062, Map.of("transport", "TCP", "lr", "")));
  }

  @Test
  void takesAnAddressInBracketsApart() {
    SipUriText uri = parse("sips:1001@[2001:DB8::1]:5061");

    assertThat(uri.host()).isEqualTo("2001:db8::1");
    assertThat(uri.port()).isEqualTo(5061);
    assertThat(uri.transport()).isEqualTo("tls");
  }

  @ParameterizedTest
  @CsvSource({
    "sip:1001@h, 1001",
    "sip:a%20b%2Bc+d@h, a b+c+d",
    "sip:+15551234567;phone-context=x@h, +15551234567",
    "sip:agent%3A1@h, agent:1",
    "sip:h, ''",
    "sip:bad%zz@h, bad%zz"
  })
  void decodesTheUser(String uri, String user) {
    assertThat(parse(uri).user()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1001", "tel:+1", "http://x", "sip:", "sip:a@", "sip:a@h:port", "sip:a@h h"})
  void refusesWhatIsNoSipUri(String text) {
    assertThat(SipUriText.parse(text)).isEmpty();
  }

  /** The equal pairs of RFC 3261 section 19.1.4. */
  @ParameterizedTest
  @CsvSource({
    "sip:%61lice@atlanta.com;transport=TCP, sip:alice@AtLanTa.CoM;Transport=tcp",
    "sip:carol@chicago.com, sip:carol@chicago.com;newparam=5",
    "sip:carol@chicago.com, sip:carol@chicago.com;security=on"
  })
  void equalUrisHaveTheSameKey(String one, String other) {
    assertThat(parse(one).key()).isEqualTo(parse(other).key()).hasSize(64);
  }

  /** The unequal pairs of RFC 3261 section 19.1.4. */
  @ParameterizedTest
  @CsvSource({
    "SIP:ALICE@AtLanTa.CoM;Transport=udp, sip:alice@AtLanTa.CoM;Transport=UDP",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:5060",
    "sip:bob@biloxi.com, sip:bob@biloxi.com;transport=udp",
    "sip:bob@biloxi.com, sip:bob@biloxi.com:6000;transport=tcp",
    "sip:bob@phone21.boxesbybob.com, sip:bob@192.0.2.4",
    "sip:bob@biloxi.com, sips:bob@biloxi.com"
  })
  void unequalUrisHaveDifferentKeys(String one, String other) {
    assertThat(parse(one).key()).isNotEqualTo(parse(other).key());
  }

  @Test
  void encodesWhatAUserPartMayNotContain() {
    String encoded = SipUriText.encodeUser("a b@c:ü+1");

    assertThat(encoded).isEqualTo("a%20b%40c%3A%C3%BC+1");
    assertThat(parse("sip:" + encoded + "@h").user()).isEqualTo("a b@c:ü+1");
  }
}
