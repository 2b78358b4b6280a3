package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTest {

  private static final String GOOD =
      """
      INVITE sip:bob@b SIP/2.0
      Via: SIP/2.0/UDP a:5060;branch=z9hG4bK1;rport
      Via: SIP/2.0/UDP z
      Max-Forwards: 70
      From: <sip:alice@a>;tag=1
      t: <sip:bob@b>
      Call-ID: 1
      CSeq: 1 INVITE
      Contact: <sip:alice@a>
      Content-Length: 0

      """;

  @Test
  void goodRequestHasNoFault() {
    assertThat(fault(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CSeq: 1 INVITE, CSeq: 1 BYE, CSeq does not match the method",
    "CSeq: 1 INVITE, CSeq: 2147483648 INVITE, Malformed CSeq",
    "CSeq: 1 INVITE, X: 1, Missing cseq",
    "Call-ID: 1, X: 1, Missing call-id",
    "Call-ID: 1, i: 1~Call-ID: 2, More than one call-id",
    "Max-Forwards: 70, Max-Forwards: 256, Malformed Max-Forwards",
    "Content-Length: 0, l: -1, Malformed Content-Length",
    "Content-Length: 0, Content-Length: 7, Body shorter than Content-Length",
    "Content-Length: 0, Content-Length: 0~l: 0, More than one content-length",
    "Contact: <sip:alice@a>, X: 1, Missing contact",
    "branch=z9hG4bK1, branch=z9hG4bK, Missing transaction identifier",
    "sip:bob@b SIP/2.0, sip:2001:db8::10 SIP/2.0, IPv6 address without brackets in Request-URI",
    "sip:bob@b SIP/2.0, <sip:bob@b> ;x SIP/2.0, Malformed Request-Line",
  })
  void faultIsNamed(String good, String bad, String reason) {
    assertThat(fault(GOOD.replace(good, bad.replace('~', '\n'))))
        .contains(new Malformed(400, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sip:[2001:db8::10]:5060", "sip:a:b@c:5060;x=1:2:3", "tel:1:2:3"})
  void colonsElsewhereAreNoFault(String uri) {
    assertThat(fault(GOOD.replace("sip:bob@b SIP", uri + " SIP"))).isEmpty();
  }

  @Test
  void otherVersionIsNotSupported() {
    assertThat(fault(GOOD.replace("b SIP/2.0", "b SIP/7.0")))
        .contains(new Malformed(505, "Version Not Supported"));
  }

  @Test
  void answerGoesBackTheWayTheRequestCame() {
    RawMessage request = read(GOOD);

    String answer = new Malformed(400, "Why").answer(request, "192.0.2.1", 4000).orElseThrow();

    assertThat(answer)
        .startsWith(
            "SIP/2.0 400 Why\r\n"
                + "Via: SIP/2.0/UDP a:5060;branch=z9hG4bK1;rport=4000;received=192.0.2.1\r\n"
                + "Via: SIP/2.0/UDP z\r\n")
        .contains("\r\nTo: <sip:bob@b>;tag=")
        .contains("\r\nCSeq: 1 INVITE\r\n")
        .endsWith("\r\nContent-Length: 0\r\n\r\n");
  }

  @Test
  void ackAndResponsesAreNeverAnswered() {
    Malformed fault = Malformed.refused();

    assertThat(fault.answer(read(GOOD.replace("INVITE", "ACK")), "a", 1)).isEmpty();
    assertThat(
            fault.answer(read(GOOD.replace("INVITE sip:bob@b SIP/2.0", "SIP/2.0 200 OK")), "a", 1))
        .isEmpty();
  }

  @Test
  void whatHasNoStartLineIsNoMessage() {
    assertThat(RawMessage.read("\r\n\r\n".getBytes(US_ASCII))).isEmpty();
    assertThat(RawMessage.read(new byte[0])).isEmpty();
  }

  private static Optional<Malformed> fault(String text) {
    return Malformed.in(read(text), true);
  }

  private static RawMessage read(String text) {
    return RawMessage.read(text.replace("\n", "\r\n").getBytes(US_ASCII)).orElseThrow();
  }
}
