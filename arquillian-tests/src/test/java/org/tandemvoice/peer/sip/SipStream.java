package org.tandemvoice.peer.sip;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a byte stream into messages by Content-Length (RFC 3261 18.3). */
final class SipStream {

  private static final Pattern LENGTH =
      Pattern.compile("(?im)^(?:Content-Length|l)[ \\t]*:[ \\t]*(\\d+)");

  private final InputStream in;

  SipStream(InputStream in) {
    this.in = in;
  }

  /** The next message or keep-alive. */
  byte[] next() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int b = in.read();
      if (b < 0) {
        throw new EOFException();
      }
      head.write(b);
      matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
      if (head.size() == 2 && matched == 2) {
        return head.toByteArray(); // RFC 5626 4.4.1: a CRLF alone answers a ping
      }
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    byte[] body = in.readNBytes(size);
    byte[] message = Arrays.copyOf(head.toByteArray(), head.size() + body.length);
    System.arraycopy(body, 0, message, head.size(), body.length);
    return message;
  }
}
