package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebSocketServerTest {

  private final Found found = new Found();
  private final WebSocketServer server = new WebSocketServer(1000, found);

  /** The example of RFC 6455 section 1.3. */
  @Test
  void handshakeIsAnsweredWithTheKeyOfTheRfc() throws IOException {
    open();

    assertThat(found.written)
        .startsWith("HTTP/1.1 101 ")
        .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
        .contains("\r\nSec-WebSocket-Protocol: sip\r\n");
  }

  @Test
  void handshakeWithoutTheSipProtocolIsRefused() {
    assertThatIOException()
        .isThrownBy(() -> feed("GET / HTTP/1.1\r\nSec-WebSocket-Key: x\r\n\r\n"));

    assertThat(found.last).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void framesThatFollowEachOtherAreTakenApart() throws IOException {
    open();

    feed(frame(true, 1, "first") + frame(true, 2, "second"));

    assertThat(found.messages).containsExactly("first", "second");
  }

  @Test
  void frameArrivesWholeHoweverItIsCut() throws IOException {
    open();

    for (char each : frame(true, 1, "x".repeat(300)).toCharArray()) {
      feed(String.valueOf(each));
    }

    assertThat(found.messages).containsExactly("x".repeat(300));
  }

  @Test
  void fragmentsAreJoinedAndAPingBetweenThemIsAnswered() throws IOException {
    open();

    feed(frame(false, 1, "one ") + frame(true, 9, "beat") + frame(true, 0, "two"));

    assertThat(found.messages).containsExactly("one two");
    assertThat(found.written).endsWith("\u008a\u0004beat");
  }

  @Test
  void closeIsAnsweredAndEndsTheConnection() throws IOException {
    open();

    assertThatIOException().isThrownBy(() -> feed(frame(true, 8, "\u0003\u00e8")));

    assertThat(found.last).isEqualTo("\u0088\u0002\u0003\u00e8");
  }

  @Test
  void unmaskedFrameEndsTheConnection() throws IOException {
    open();

    assertThatIOException().isThrownBy(() -> feed("\u0081\u0002hi"));
  }

  @Test
  void tooLongMessageEndsTheConnectionBeforeItIsRead() throws IOException {
    open();

    assertThatIOException().isThrownBy(() -> feed("\u0081\u00ff" + "\u007f".repeat(12)));
  }

  @Test
  void fragmentsTogetherMayNotBeTooLongEither() throws IOException {
    open();
    feed(frame(false, 1, "x".repeat(900)));

    assertThatIOException().isThrownBy(() -> feed(frame(true, 0, "x".repeat(900))));
  }

  private void open() throws IOException {
    feed(
        "GET / HTTP/1.1\r\nUpgrade: websocket\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Sec-WebSocket-Protocol: chat, sip\r\n\r\n");
  }

  private void feed(String bytes) throws IOException {
    server.feed(bytes.getBytes(ISO_8859_1));
  }

  private static String frame(boolean last, int opcode, String payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write((last ? 0x80 : 0) | opcode);
    int length = payload.length();
    if (length < 126) {
      frame.write(0x80 | length);
    } else {
      frame.write(0xFE);
      frame.write(length >> 8);
      frame.write(length);
    }
    byte[] mask = {1, 2, 3, 4};
    frame.writeBytes(mask);
    byte[] bytes = payload.getBytes(ISO_8859_1);
    for (int i = 0; i < bytes.length; i++) {
      frame.write(bytes[i] ^ mask[i % 4]);
    }
    return frame.toString(ISO_8859_1);
  }

  private static final class Found implements WebSocketServer.Sink {
    private final List<String> messages = new ArrayList<>();
    private String written = "";
    private String last;

    @Override
    public void message(byte[] message) {
      messages.add(new String(message, ISO_8859_1));
    }

    @Override
    public void write(byte[] bytes) {
      written += new String(bytes, ISO_8859_1);
    }

    @Override
    public void last(byte[] bytes) {
      last = new String(bytes, ISO_8859_1);
    }
  }
}
