package org.tandemvoice.sip.connector.mobicents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final String REQUEST =
      """
      OPTIONS sip:bob@b SIP/2.0
      Via: SIP/2.0/UDP a:5060;branch=z9hG4bK1
      Max-Forwards: 70
      From: "Alice" <sip:alice@a>;tag=1
      To: <sip:bob@b>
      Call-ID: 1
      CSeq: 1 OPTIONS
      Content-Length: 4

      body"""
          .replace("\n", "\r\n");

  private final Intake intake = new Intake();
  private final Answers answers = new Answers();

  @Test
  void goodMessageIsParsedWithItsBody() {
    assertThat(intake.take(bytes(REQUEST), true, answers))
        .hasValueSatisfying(
            message -> assertThat(message.getRawContent()).isEqualTo(bytes("body")));
  }

  @Test
  void bytesOfADatagramBeyondTheLengthAreDiscarded() {
    assertThat(intake.take(bytes(REQUEST + "more"), true, answers))
        .hasValueSatisfying(
            message -> assertThat(message.getRawContent()).isEqualTo(bytes("body")));
  }

  @Test
  void whatTheParserRefusesIsAnsweredWith400() {
    assertThat(intake.take(bytes(REQUEST.replace("\"Alice\"", "\"Alice")), true, answers))
        .isEmpty();

    assertThat(answers.sent).singleElement().asString().startsWith("SIP/2.0 400 ");
  }

  @Test
  void headerNobodyNeedsMayBeBroken() {
    String request = REQUEST.replace("Max-", "Date: yesterday\r\nMax-");

    assertThat(intake.take(bytes(request), true, answers)).isPresent();
  }

  @Test
  void noBytesAtAllGetAnExceptionOut() {
    Random random = new Random(4475);

    for (int i = 0; i < 20_000; i++) {
      byte[] message = bytes(REQUEST);
      for (int n = random.nextInt(12); n >= 0; n--) {
        message[random.nextInt(message.length)] = (byte) random.nextInt(256);
      }
      intake.take(message, random.nextBoolean(), answers);
    }

    assertThat(answers.sent).isNotEmpty().allMatch(answer -> answer.startsWith("SIP/2.0 "));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static final class Answers implements Intake.Peer {
    private final List<String> sent = new ArrayList<>();

    @Override
    public String address() {
      return "192.0.2.1";
    }

    @Override
    public int port() {
      return 4000;
    }

    @Override
    public void answer(byte[] response) {
      sent.add(new String(response, ISO_8859_1));
    }
  }
}
