package org.tandemvoice.peer.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Splitting of header text where quotes and angle brackets protect the separator. */
final class SipSyntax {

  private SipSyntax() {}

  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    int angle = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '<') {
        angle++;
      } else if (!quoted && c == '>') {
        angle--;
      } else if (!quoted && angle == 0 && c == separator) {
        parts.add(text.substring(start, i).trim());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).trim());
    return parts;
  }

  /** Parameters {@code a=b;c}: names in lower case, a parameter without value maps to "". */
  static Map<String, String> parameters(List<String> parts) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : parts) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals < 0) {
        parameters.put(part.trim().toLowerCase(Locale.ROOT), "");
      } else {
        String name = part.substring(0, equals).trim().toLowerCase(Locale.ROOT);
        parameters.put(name, unquote(part.substring(equals + 1).trim()));
      }
    }
    return parameters;
  }

  static String render(Map<String, String> parameters) {
    StringBuilder out = new StringBuilder();
    parameters.forEach(
        (name, value) -> out.append(';').append(name).append(value.isEmpty() ? "" : "=" + value));
    return out.toString();
  }

  static String unquote(String text) {
    if (text.length() < 2 || text.charAt(0) != '"' || !text.endsWith("\"")) {
      return text;
    }
    return text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
