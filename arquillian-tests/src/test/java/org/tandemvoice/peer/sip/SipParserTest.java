package org.tandemvoice.peer.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SipParserTest {

  @Test
  void readsCompactFoldedAndListedHeaders() {
    SipMessage message =
        parse(
            "INVITE sip:b@h SIP/2.0\r\nv: SIP/2.0/UDP a;branch=z9hG4bK1,\r\n SIP/2.0/TCP b:5070\r\n"
                + "f: \"A, \\\"x\\\"\" <sip:a@h;x=y>;tag=1\r\nl: 0\r\n\r\n");

    assertThat(message.headers().values("Via")).hasSize(2);
    assertThat(message.topVia().branch()).isEqualTo("z9hG4bK1");
    assertThat(message.from().display()).isEqualTo("A, \"x\"");
    assertThat(message.from().uri()).isEqualTo("sip:a@h;x=y");
    assertThat(message.from().tag()).isEqualTo("1");
  }

  @Test
  void refusesABodyShorterThanItsLength() {
    assertThatThrownBy(() -> parse("SIP/2.0 200 OK\r\nContent-Length: 5\r\n\r\nabc"))
        .hasMessageContaining("Content-Length 5");
  }

  @Test
  void cutsAStreamIntoMessages() throws IOException {
    String one = "SIP/2.0 200 OK\r\nl: 3\r\n\r\nabc";
    String two = "SIP/2.0 180 Ringing\r\n\r\n";
    byte[] bytes = (one + "\r\n" + two).getBytes(StandardCharsets.UTF_8);
    SipStream stream = new SipStream(new ByteArrayInputStream(bytes));

    assertThat(stream.next()).asString().isEqualTo(one);
    assertThat(stream.next()).asString().isEqualTo("\r\n");
    assertThat(stream.next()).asString().isEqualTo(two);
  }

  @Test
  void splitsUrisWithBracketsAndParameters() {
    SipUri uri = SipUri.parse("sip:a;b=c@[::1]:5080;transport=tcp?x=y");

    assertThat(uri.user()).isEqualTo("a;b=c");
    assertThat(uri.host()).isEqualTo("[::1]");
    assertThat(uri.port()).isEqualTo(5080);
    assertThat(uri.parameters()).containsEntry("transport", "tcp");
  }

  private static SipMessage parse(String text) {
    return SipParser.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }
}
