package org.tandemvoice.api.entity;

import java.util.Optional;

/** The shapes of answers a client was written for; pinned to its access key (C-02). */
public enum ApiVersion {
  /** POST /calls answers an array of calls. */
  DOCUMENTED("2026-02"),
  /** POST /calls answers an object with {@code calls} and {@code groupcalls}. */
  GROUPED("2026-08");

  private final String text;

  ApiVersion(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** The version of that text; empty if there is none. */
  public static Optional<ApiVersion> of(String text) {
    for (ApiVersion version : values()) {
      if (version.text.equals(text)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }
}
