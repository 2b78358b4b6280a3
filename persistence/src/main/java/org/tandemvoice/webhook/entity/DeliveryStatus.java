package org.tandemvoice.webhook.entity;

import java.util.Locale;
import java.util.Optional;

/** How far a delivery is. */
public enum DeliveryStatus {
  /** It waits for its first or next attempt. */
  PENDING,
  /** The endpoint took it. */
  DELIVERED,
  /** It was given up. */
  FAILED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DeliveryStatus> of(String text) {
    for (DeliveryStatus status : values()) {
      if (status.text().equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
