package org.tandemvoice.carrier.entity;

import java.util.Locale;

/** What is known of a provider's server (contract section 6). */
public enum HealthStatus {
  /** It has not been asked yet. */
  UNKNOWN,
  /** It answered the last OPTIONS, whatever it said. */
  HEALTHY,
  /** It did not answer the last OPTIONS. */
  UNHEALTHY;

  /** As the API writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
