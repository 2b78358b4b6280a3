package org.tandemvoice.address.control;

import java.util.Locale;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.json.control.JsonFields;

/** Whether the called parties may know who calls: the option {@code anonymous} (contract 6, 11). */
public enum Anonymity {
  /** They may not. */
  YES,
  /** They may. */
  NO,
  /** They may unless the caller withholds it already. */
  AUTO;

  private static final int LONGEST = 16;

  /**
   * Reads the option; {@link #AUTO} if it is missing.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static Anonymity read(JsonFields options) {
    String given = options.text("anonymous", LONGEST);
    for (Anonymity anonymity : values()) {
      if (given.isEmpty() ? anonymity == AUTO : anonymity.text().equals(given)) {
        return anonymity;
      }
    }
    throw options.invalid("anonymous", "is \"" + given + "\": give yes, no or auto");
  }

  /** The caller as the called parties may see it. */
  public Address of(Address caller) {
    return this == AUTO ? caller : caller.withheld(this == YES);
  }

  /** As the API has it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
