package org.tandemvoice.media.engine.sdp;

/** One {@code a=} line; {@code value} is empty for a flag such as {@code a=sendrecv}. */
public record Attribute(String name, String value) {

  static Attribute parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new Attribute(text.trim(), "")
        : new Attribute(text.substring(0, colon).trim(), text.substring(colon + 1).trim());
  }
}
