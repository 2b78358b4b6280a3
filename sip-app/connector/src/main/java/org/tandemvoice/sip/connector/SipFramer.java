package org.tandemvoice.sip.connector;

import java.io.IOException;
import java.util.Arrays;

/**
 * Finds the messages in the bytes of a stream by their Content-Length (RFC 3261 section 18.3) and
 * the keep-alives between them (RFC 5626 section 4.4.1). After an exception the stream is out of
 * step: nothing more is read from it.
 */
public final class SipFramer {

  /** Takes what was found. */
  public interface Sink {

    /** One whole message. */
    void message(byte[] message) throws IOException;

    /** The head of a message without a usable length: it can be answered, and nothing follows. */
    void last(byte[] head) throws IOException;

    /** A double CRLF, to be answered by a single one. */
    void ping() throws IOException;
  }

  private final int maxMessageSize;
  private final Sink sink;
  private byte[] buffer = new byte[2048];
  private int filled;
  private int scanned;
  private int wanted = -1;
  private boolean broken;

  /** Messages longer than {@code maxMessageSize} break the stream. */
  public SipFramer(int maxMessageSize, Sink sink) {
    this.maxMessageSize = maxMessageSize;
    this.sink = sink;
  }

  /**
   * Takes the next bytes.
   *
   * @throws IOException if a message is too long or has no usable length; the connection has to be
   *     closed then
   */
  public void feed(byte[] bytes) throws IOException {
    if (broken) {
      return;
    }
    append(bytes);
    try {
      while (takeNext()) {
        compact();
      }
    } catch (IOException e) {
      broken = true;
      throw e;
    }
    if (filled > maxMessageSize) {
      broken = true;
      throw new IOException("SIP message longer than " + maxMessageSize + " bytes");
    }
  }

  private void append(byte[] bytes) {
    if (filled + bytes.length > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, filled + bytes.length));
    }
    System.arraycopy(bytes, 0, buffer, filled, bytes.length);
    filled += bytes.length;
  }

  private boolean takeNext() throws IOException {
    if (wanted < 0 && (!skipKeepAlives() || !findHead())) {
      return false;
    }
    if (filled < wanted) {
      return false;
    }
    sink.message(Arrays.copyOf(buffer, wanted));
    drop(wanted);
    wanted = -1;
    return true;
  }

  /** Whether something other than line ends is there. */
  private boolean skipKeepAlives() throws IOException {
    int at = 0;
    while (at + 3 < filled && isCrlf(at) && isCrlf(at + 2)) {
      sink.ping();
      at += 4;
    }
    // What remains of a single CRLF is a pong, or the first half of the next ping.
    if (at + 2 < filled && isCrlf(at) && buffer[at + 2] != '\r') {
      at += 2;
    }
    drop(at);
    return filled > 0 && buffer[0] != '\r';
  }

  private boolean isCrlf(int at) {
    return buffer[at] == '\r' && buffer[at + 1] == '\n';
  }

  private boolean findHead() throws IOException {
    for (int i = Math.max(0, scanned - 3); i + 3 < filled; i++) {
      if (isCrlf(i) && isCrlf(i + 2)) {
        int head = i + 4;
        wanted = head + bodyLength(head);
        return true;
      }
    }
    scanned = filled;
    return false;
  }

  private int bodyLength(int head) throws IOException {
    byte[] bytes = Arrays.copyOf(buffer, head);
    String length = RawMessage.read(bytes).flatMap(raw -> raw.first("content-length")).orElse("0");
    try {
      int value = Integer.parseInt(length);
      if (value >= 0 && value <= maxMessageSize - head) {
        return value;
      }
    } catch (NumberFormatException e) {
      sink.last(bytes);
      throw new IOException("no Content-Length: " + length, e);
    }
    sink.last(bytes);
    throw new IOException("SIP message with an impossible Content-Length: " + length);
  }

  private void drop(int count) {
    System.arraycopy(buffer, count, buffer, 0, filled - count);
    filled -= count;
    scanned = 0;
  }

  private void compact() {
    if (filled == 0 && buffer.length > 8192) {
      buffer = new byte[2048];
    }
  }
}
