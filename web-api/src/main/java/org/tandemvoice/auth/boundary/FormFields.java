package org.tandemvoice.auth.boundary;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What an HTML form sent (application/x-www-form-urlencoded of the URL standard). It is UTF-8,
 * which browsers do not say and servlet containers do not take for granted.
 */
record FormFields(Map<String, String> values) {

  static FormFields of(byte[] body) {
    Map<String, String> values = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
      int sign = pair.indexOf('=');
      if (sign > 0) {
        values.put(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
      }
    }
    return new FormFields(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  /** Empty if missing. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }
}
