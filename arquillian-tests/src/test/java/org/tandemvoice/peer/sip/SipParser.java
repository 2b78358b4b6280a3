package org.tandemvoice.peer.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads one complete message from bytes; strict, because it judges what the server writes. */
public final class SipParser {

  private SipParser() {}

  /** Empty for a keep-alive (RFC 5626 4.4.1), else the message. */
  public static Optional<SipMessage> parse(byte[] bytes) {
    int headEnd = endOfHead(bytes, 0, bytes.length);
    if (headEnd < 0) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        return Optional.empty();
      }
      throw new AssertionError("A message without an empty line after its headers: " + text);
    }
    String head = new String(bytes, 0, headEnd, StandardCharsets.UTF_8);
    // RFC 3261 7.3.1: a line that starts with white space continues the one before.
    String[] lines = head.replaceAll("\r\n[ \t]+", " ").split("\r\n");
    SipHeaders headers = headers(lines);
    SipMessage message = startLine(lines[0], headers);
    int bodyStart = headEnd + 4;
    int available = bytes.length - bodyStart;
    int length =
        headers.first("Content-Length").map(v -> Integer.parseInt(v.trim())).orElse(available);
    if (length > available) {
      throw new AssertionError(
          "Content-Length " + length + " but " + available + " bytes: " + head);
    }
    message.setBody(Arrays.copyOfRange(bytes, bodyStart, bodyStart + length));
    return Optional.of(message);
  }

  private static SipHeaders headers(String[] lines) {
    SipHeaders headers = new SipHeaders();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon < 1) {
        throw new AssertionError("This is no header line: " + lines[i]);
      }
      headers.add(lines[i].substring(0, colon), lines[i].substring(colon + 1).trim());
    }
    return headers;
  }

  private static SipMessage startLine(String line, SipHeaders headers) {
    if (line.startsWith("SIP/2.0 ")) {
      String[] parts = line.split(" ", 3);
      return new SipResponse(Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "", headers);
    }
    String[] parts = line.split(" ");
    if (parts.length != 3 || !"SIP/2.0".equals(parts[2])) {
      throw new AssertionError("This is no start line: " + line);
    }
    return new SipRequest(parts[0], parts[1], headers);
  }

  /** Index of the CRLFCRLF that ends the headers, or -1. */
  static int endOfHead(byte[] bytes, int from, int to) {
    for (int i = from; i + 3 < to; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
