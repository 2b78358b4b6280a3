package org.tandemvoice.sip.presence;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be watched (RFC 6665 section 7.2). */
enum EventPackage {
  /** The calls of a party (RFC 4235). */
  DIALOG("application/dialog-info+xml"),
  /** Whether a party is there (RFC 3856). */
  PRESENCE("application/pidf+xml");

  private final String mediaType;

  EventPackage(String mediaType) {
    this.mediaType = mediaType;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its state is written. */
  String mediaType() {
    return mediaType;
  }

  /** Empty if it is none of these. */
  static Optional<EventPackage> of(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
