package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The server's side of one WebSocket connection for SIP (RFC 6455 and RFC 7118): the handshake,
 * then frames, each text or binary message being one SIP message.
 *
 * <pre>
 *  0 1 2 3 4 5 6 7 0 1 2 3 4 5 6 7
 * +-+-----+-------+-+-------------+-------------------------------+
 * |F| RSV |opcode |M| length (7)  | extended length (16 or 64)    |
 * +-+-----+-------+-+-------------+-------------------------------+
 * | masking key (32)              | payload ...
 * </pre>
 */
public final class WebSocketServer {

  /** Takes what was found and sends what is due. */
  public interface Sink {

    /** One whole SIP message. */
    void message(byte[] message) throws IOException;

    /** Bytes to be written to the peer as they are. */
    void write(byte[] bytes) throws IOException;

    /** The last bytes, to be written at once, as the connection is closed next. */
    void last(byte[] bytes) throws IOException;
  }

  private static final String ACCEPT_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int MAX_HANDSHAKE = 8192;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final int maxMessageSize;
  private final Sink sink;
  private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
  private byte[] buffer = new byte[0];
  private boolean open;
  private boolean closed;
  private boolean fragmented;

  /** Messages longer than {@code maxMessageSize} end the connection. */
  public WebSocketServer(int maxMessageSize, Sink sink) {
    this.maxMessageSize = maxMessageSize;
    this.sink = sink;
  }

  /**
   * Takes the next bytes.
   *
   * @throws IOException if the peer breaks the protocol or closes; the connection has to be closed
   */
  public void feed(byte[] bytes) throws IOException {
    if (closed) {
      return;
    }
    int former = buffer.length;
    buffer = Arrays.copyOf(buffer, former + bytes.length);
    System.arraycopy(bytes, 0, buffer, former, bytes.length);
    if (open || handshake()) {
      while (frame()) {
        // Each call takes one frame.
      }
    }
  }

  private boolean handshake() throws IOException {
    String text = new String(buffer, ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      if (buffer.length > MAX_HANDSHAKE) {
        throw end("no WebSocket handshake");
      }
      return false;
    }
    String head = text.substring(0, end + 2);
    String key = header(head, "sec-websocket-key");
    boolean sip =
        Arrays.stream(header(head, "sec-websocket-protocol").split(","))
            .anyMatch(protocol -> protocol.strip().equalsIgnoreCase("sip"));
    // RFC 7118 section 4.1: the subprotocol "sip" has to be offered.
    if (!head.startsWith("GET ") || key.isEmpty() || !sip) {
      sink.last("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
      throw end("no WebSocket handshake for SIP");
    }
    sink.write(
        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: "
                + accept(key)
                + "\r\nSec-WebSocket-Protocol: sip\r\n\r\n")
            .getBytes(ISO_8859_1));
    buffer = Arrays.copyOfRange(buffer, end + 4, buffer.length);
    open = true;
    return true;
  }

  private static String header(String head, String name) {
    for (String line : head.split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
        return line.substring(colon + 1).strip();
      }
    }
    return "";
  }

  /** RFC 6455 section 4.2.2, item 5.4. */
  private static String accept(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest((key + ACCEPT_SALT).getBytes(ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean frame() throws IOException {
    if (buffer.length < 2) {
      return false;
    }
    int shortLength = buffer[1] & 0x7F;
    int headLength = 6 + (shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0);
    if ((buffer[1] & 0x80) == 0 || (buffer[0] & 0x70) != 0) {
      throw end("unmasked or extended WebSocket frame");
    }
    if (buffer.length < headLength) {
      return false;
    }
    long length = shortLength;
    if (shortLength > 125) {
      length = 0;
      for (int i = 2; i < headLength - 4; i++) {
        length = length << 8 | buffer[i] & 0xFF;
      }
    }
    if (length < 0 || length + fragments.size() > maxMessageSize) {
      throw end("WebSocket message longer than " + maxMessageSize + " bytes");
    }
    int frameLength = headLength + (int) length;
    if (buffer.length < frameLength) {
      return false;
    }
    byte[] payload = Arrays.copyOfRange(buffer, headLength, frameLength);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= buffer[headLength - 4 + i % 4];
    }
    byte first = buffer[0];
    buffer = Arrays.copyOfRange(buffer, frameLength, buffer.length);
    receive(first < 0, first & 0x0F, payload);
    return true;
  }

  private void receive(boolean last, int opcode, byte[] payload) throws IOException {
    switch (opcode) {
      case TEXT, BINARY, CONTINUATION -> data(last, opcode, payload);
      case PING -> sink.write(control(PONG, payload));
      case PONG -> {
        // RFC 6455 section 5.5.3: an unsolicited pong needs no answer.
      }
      case CLOSE -> {
        sink.last(control(CLOSE, Arrays.copyOf(payload, Math.min(2, payload.length))));
        throw end("closed by the peer");
      }
      default -> throw end("WebSocket frame with the reserved opcode " + opcode);
    }
  }

  private void data(boolean last, int opcode, byte[] payload) throws IOException {
    // RFC 6455 section 5.4: only the first fragment tells the type.
    if (fragmented != (opcode == CONTINUATION)) {
      throw end("WebSocket fragments out of order");
    }
    fragments.writeBytes(payload);
    fragmented = !last;
    if (last) {
      byte[] message = fragments.toByteArray();
      fragments.reset();
      sink.message(message);
    }
  }

  private static byte[] control(int opcode, byte[] payload) {
    byte[] frame = new byte[2 + Math.min(125, payload.length)];
    frame[0] = (byte) (0x80 | opcode);
    frame[1] = (byte) (frame.length - 2);
    System.arraycopy(payload, 0, frame, 2, frame.length - 2);
    return frame;
  }

  private IOException end(String reason) {
    closed = true;
    return new IOException(reason);
  }
}
