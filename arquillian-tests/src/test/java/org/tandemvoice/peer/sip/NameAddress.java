package org.tandemvoice.peer.sip;

import java.util.LinkedHashMap;
import java.util.Map;

/** A name-addr or addr-spec with its header parameters: From, To, Contact, Route, Path. */
public record NameAddress(String display, String uri, Map<String, String> parameters) {

  public NameAddress {
    parameters = new LinkedHashMap<>(parameters);
  }

  public static NameAddress of(String uri) {
    return new NameAddress("", uri, Map.of());
  }

  public static NameAddress parse(String text) {
    int open = openingAngle(text);
    if (open < 0) {
      // RFC 3261 20.10: without angle brackets the parameters belong to the header.
      var parts = SipSyntax.split(text.trim(), ';');
      return new NameAddress(
          "", parts.get(0), SipSyntax.parameters(parts.subList(1, parts.size())));
    }
    int close = text.indexOf('>', open);
    String display = SipSyntax.unquote(text.substring(0, open).trim());
    var rest = SipSyntax.split(text.substring(close + 1), ';');
    return new NameAddress(display, text.substring(open + 1, close), SipSyntax.parameters(rest));
  }

  private static int openingAngle(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '<') {
        return i;
      }
    }
    return -1;
  }

  public String tag() {
    return parameters.getOrDefault("tag", "");
  }

  public SipUri sipUri() {
    return SipUri.parse(uri);
  }

  public NameAddress with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new NameAddress(display, uri, more);
  }

  @Override
  public String toString() {
    String quoted = display.isEmpty() ? "" : '"' + display.replace("\"", "\\\"") + "\" ";
    return quoted + '<' + uri + '>' + SipSyntax.render(parameters);
  }
}
