package org.tandemvoice.sip.b2bua;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;

/**
 * A Session-Expires value (RFC 4028 section 4): how long a session lives without a refresh, and who
 * refreshes it.
 *
 * @param refresher {@code uac} or {@code uas}; empty if it is left to the other side
 */
record SessionInterval(int seconds, Optional<String> refresher) {

  /** The value of a message; empty if it has none, or none that can be read. */
  static Optional<SessionInterval> of(SipServletMessage message) {
    String value = message.getHeader("Session-Expires");
    if (value == null) {
      return Optional.empty();
    }
    String[] parts = value.split(";");
    Optional<String> refresher = Optional.empty();
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace(" ", "");
      if (parameter.equals("refresher=uac") || parameter.equals("refresher=uas")) {
        refresher = Optional.of(parameter.substring("refresher=".length()));
      }
    }
    try {
      return Optional.of(new SessionInterval(Integer.parseInt(parts[0].strip()), refresher));
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** When whoever refreshes should do it (section 7.2). */
  Duration refreshAfter() {
    return Duration.ofMillis(seconds * 500L);
  }

  /** When whoever waits for a refresh should give up (section 10). */
  Duration giveUpAfter() {
    return Duration.ofMillis(seconds * 1000L - Math.min(32_000L, seconds * 1000L / 3));
  }

  String header() {
    return seconds + refresher.map(side -> ";refresher=" + side).orElse("");
  }
}
