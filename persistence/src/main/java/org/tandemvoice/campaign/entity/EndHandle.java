package org.tandemvoice.campaign.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a campaign does when nobody is left whom it may call. */
public enum EndHandle {
  /** Stops; its next campaign runs. */
  STOP,
  /** Goes on and waits for further targets. */
  CONTINUE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@link #STOP} for an empty text; empty if there is no such way. */
  public static Optional<EndHandle> of(String text) {
    return text.isEmpty()
        ? Optional.of(STOP)
        : Arrays.stream(values()).filter(handle -> handle.text().equals(text)).findFirst();
  }
}
