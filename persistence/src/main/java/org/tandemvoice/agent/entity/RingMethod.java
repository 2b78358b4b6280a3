package org.tandemvoice.agent.entity;

import java.util.Locale;

/** In which order the addresses of an agent ring. */
public enum RingMethod {
  /** All at once. */
  RINGALL,
  /** One after the other. */
  LINEAR;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
