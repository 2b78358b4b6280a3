package org.tandemvoice.trunk.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A way a trunk may prove who it is (contract section 14). */
public enum TrunkAuth {
  /** By digest with the trunk's user name and password. */
  BASIC,
  /** By the address it sends from. */
  IP;

  /** As the API writes it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<TrunkAuth> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
