package org.tandemvoice.webhook.entity;

import java.util.Locale;
import java.util.Optional;

/** Whether events are sent. */
public enum WebhookStatus {
  ACTIVE,
  INACTIVE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<WebhookStatus> of(String text) {
    for (WebhookStatus status : values()) {
      if (status.text().equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
