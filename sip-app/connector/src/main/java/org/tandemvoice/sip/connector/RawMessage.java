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
    List<String> lines = lines(new String(bytes, start, headEnd - start, ISO_8859_1));
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new RawMessage(lines.get(0), fields(lines), headEnd, bytes.length - headEnd));
  }

  /** What ends in CR LF, in CR or in LF; every message comes through here, so by hand. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(24);
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
        end++;
      }
      lines.add(text.substring(start, end));
      start = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
    return lines;
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

  private static List<Field> fields(List<String> lines) {
    List<String> unfolded = new ArrayList<>(lines.size());
    for (String line : lines.subList(1, lines.size())) {
      // RFC 3261 section 7.3.1: a line that begins with white space continues the one before.
      if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !unfolded.isEmpty()) {
        int last = unfolded.size() - 1;
        unfolded.set(last, unfolded.get(last) + " " + line.strip());
      } else if (!line.isEmpty()) {
        unfolded.add(line);
      }
    }
    List<Field> fields = new ArrayList<>(unfolded.size());
    unfolded.forEach(line -> fields.add(field(line)));
    return fields;
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
    List<String> values = new ArrayList<>(2);
    for (Field field : fields) {
      if (field.name.equals(name)) {
        values.add(field.value);
      }
    }
    return values;
  }

  /** How often a header field is there. */
  public int count(String name) {
    int count = 0;
    for (Field field : fields) {
      count += field.name.equals(name) ? 1 : 0;
    }
    return count;
  }

  /** The first value of a header field. */
  public Optional<String> first(String name) {
    for (Field field : fields) {
      if (field.name.equals(name)) {
        return Optional.of(field.value);
      }
    }
    return Optional.empty();
  }

  /** Whether it is a request, or at least no response. */
  public boolean isRequest() {
    return !startLine.regionMatches(true, 0, "SIP/", 0, 4);
  }

  /** Whether it is a request outside of any dialog and transaction that is there already. */
  public boolean isBeginning() {
    return isRequest() && !method().equals("ACK") && !method().equals("CANCEL") && !isInDialog();
  }

  /** Whether it has a To tag, as every request inside a dialog (RFC 3261 section 12.2.1.1). */
  public boolean isInDialog() {
    return first("to").filter(to -> to.contains(";tag=")).isPresent();
  }

  /** The first word of the start line: a request's method. */
  public String method() {
    int space = startLine.indexOf(' ');
    return space < 0 ? startLine : startLine.substring(0, space);
  }
}
