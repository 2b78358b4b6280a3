package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipFramerTest {

  private static final String WITHOUT_BODY = "OPTIONS sip:a SIP/2.0\r\nContent-Length: 0\r\n\r\n";
  private static final String WITH_BODY = "MESSAGE sip:a SIP/2.0\r\nl: 5\r\n\r\nhello";

  private final Found found = new Found();
  private final SipFramer framer = new SipFramer(4096, found);

  @Test
  void messageArrivesWholeHoweverItIsCut() throws IOException {
    for (byte each : WITH_BODY.getBytes(US_ASCII)) {
      framer.feed(new byte[] {each});
    }

    assertThat(found.messages).containsExactly(WITH_BODY);
  }

  @Test
  void messagesThatFollowEachOtherAreTakenApart() throws IOException {
    framer.feed((WITH_BODY + WITHOUT_BODY + WITH_BODY).getBytes(US_ASCII));

    assertThat(found.messages).containsExactly(WITH_BODY, WITHOUT_BODY, WITH_BODY);
  }

  @Test
  void doubleLineEndIsAPingAndASingleOneIsNothing() throws IOException {
    framer.feed(("\r\n\r\n" + WITHOUT_BODY + "\r\n" + WITH_BODY).getBytes(US_ASCII));

    assertThat(found.pings).isEqualTo(1);
    assertThat(found.messages).containsExactly(WITHOUT_BODY, WITH_BODY);
  }

  @Test
  void anyNumberOfPingsLeavesRoomForAMessage() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      framer.feed("\r\n\r\n".getBytes(US_ASCII));
    }
    framer.feed(WITH_BODY.getBytes(US_ASCII));

    assertThat(found.pings).isEqualTo(10_000);
    assertThat(found.messages).containsExactly(WITH_BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "2000000000", "99999999999999", "many"})
  void headWithAnImpossibleLengthIsTheLastThingRead(String length) {
    String message = "MESSAGE sip:a SIP/2.0\r\nContent-Length: " + length + "\r\n\r\n";

    assertThatIOException().isThrownBy(() -> framer.feed(message.getBytes(US_ASCII)));

    assertThat(found.last).isEqualTo(message);
    assertThat(found.messages).isEmpty();
  }

  @Test
  void endlessHeadBreaksTheStream() {
    assertThatIOException().isThrownBy(() -> framer.feed("A".repeat(5000).getBytes(US_ASCII)));
  }

  @Test
  void brokenStreamIsNotReadOn() throws IOException {
    assertThatIOException().isThrownBy(() -> framer.feed("A".repeat(5000).getBytes(US_ASCII)));

    framer.feed(WITH_BODY.getBytes(US_ASCII));

    assertThat(found.messages).isEmpty();
  }

  private static final class Found implements SipFramer.Sink {
    private final List<String> messages = new ArrayList<>();
    private int pings;
    private String last;

    @Override
    public void message(byte[] message) {
      messages.add(new String(message, US_ASCII));
    }

    @Override
    public void last(byte[] head) {
      last = new String(head, US_ASCII);
    }

    @Override
    public void ping() {
      pings++;
    }
  }
}
