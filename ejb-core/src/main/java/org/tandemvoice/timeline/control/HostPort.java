package org.tandemvoice.timeline.control;

/**
 * Where a SIP message came from or went to.
 *
 * @param host without the brackets of an IPv6 address (RFC 3986 section 3.2.2)
 */
record HostPort(String host, int port) {

  static HostPort of(String text) {
    int colon = text.lastIndexOf(':');
    return new HostPort(
        text.substring(0, colon).replaceAll("[\\[\\]]", ""),
        Integer.parseInt(text.substring(colon + 1)));
  }
}
