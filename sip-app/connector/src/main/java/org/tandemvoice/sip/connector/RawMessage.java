package org.tandemvoice.sip.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A received message as lines: enough to judge it, to frame it, and to answer one that a SIP parser
 * does not understand. Bytes are kept one to one in the characters.
 *
 * @param fields all header fields in their order, unfolded
 * @param headLength bytes before the body
 * @param bodyLength bytes that came after them
 */
public record RawMessage(String startLine, List<Field> fields, int headLength, int bodyLength) {

  /** The compact forms of RFC 3261 section 7.3.3 that matter here. */
  private static final Map<String, String> COMPACT =
      Map.of(
          "v",
          "via",
          "f",
          "from",
          "t",
          "to",
          "i",
          "call-id",
          "l",
          "content-length",
          "m",
          "contact",
          "c",
          "content-type");

  /** One header field; its name in lower case and in full. */
  public record Field(String name, String value) {}

  /** Reads a message; empty if the bytes are no lines of text with a start line. */
  public static Optional<RawMessage> read(byte[] bytes) {
    int start = 0;
    while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
      start++;
    }
    int headEnd = endOfHead(bytes, start);
    String[] lines = new String(bytes, start, headEnd - start, ISO_8859_1).split("\r\n|\r|\n");
    if (lines[0].isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new RawMessage(lines[0], fields(lines), headEnd, bytes.length - headEnd));
  }

  private static int endOfHead(byte[] bytes, int from) {
    for (int i = from; i + 3 < bytes.length; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i + 4;
      }
    }
    return bytes.length;
  }

  private static List<Field> fields(String[] lines) {
    List<String> unfolded = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      // RFC 3261 section 7.3.1: a line that begins with white space continues the one before.
      if (!lines[i].isEmpty()
          && Character.isWhitespace(lines[i].charAt(0))
          && !unfolded.isEmpty()) {
        int last = unfolded.size() - 1;
        unfolded.set(last, unfolded.get(last) + " " + lines[i].strip());
      } else if (!lines[i].isEmpty()) {
        unfolded.add(lines[i]);
      }
    }
    return unfolded.stream().map(RawMessage::field).toList();
  }

  private static Field field(String line) {
    int colon = line.indexOf(':');
    if (colon < 0) {
      return new Field("", line);
    }
    String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    return new Field(COMPACT.getOrDefault(name, name), line.substring(colon + 1).strip());
  }

  /** The values of a header field, in their order. */
  public List<String> values(String name) {
    return fields.stream().filter(field -> field.name.equals(name)).map(Field::value).toList();
  }

  /** The first value of a header field. */
  public Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  /** Whether it is a request, or at least no response. */
  public boolean isRequest() {
    return !startLine.regionMatches(true, 0, "SIP/", 0, 4);
  }

  /** The first word of the start line: a request's method. */
  public String method() {
    int space = startLine.indexOf(' ');
    return space < 0 ? startLine : startLine.substring(0, space);
  }
}
