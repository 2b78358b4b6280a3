package org.tandemvoice.address.control;

import java.util.Set;
import org.tandemvoice.address.entity.Address;

/**
 * What a phone has dialled, as an address that keeps it as received (inventory section 7): a plus
 * begins a number, {@code agent:}, {@code conference:}, {@code line:}, {@code extension:}, {@code
 * sip:} and {@code tel:} name the type, anything else is an extension (contract section 5).
 */
public final class DialledAddress {

  private static final Set<String> TYPES =
      Set.of("agent", "conference", "line", "extension", "sip", "tel");

  private DialledAddress() {}

  public static Address of(String dialled) {
    if (dialled.startsWith("+")) {
      return Address.of("tel", dialled);
    }
    int colon = dialled.indexOf(':');
    if (colon > 0 && TYPES.contains(dialled.substring(0, colon))) {
      return Address.of(dialled.substring(0, colon), dialled.substring(colon + 1));
    }
    return Address.of("extension", dialled);
  }
}
