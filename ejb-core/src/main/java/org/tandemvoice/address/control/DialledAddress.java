package org.tandemvoice.address.control;

import java.util.Set;
import org.tandemvoice.address.entity.Address;

/**
 * What a phone has dialled, as an address that keeps it as received (inventory section 7): a plus
 * begins a number, {@code agent:}, {@code ai:}, {@code conference:}, {@code extension:}, {@code
 * flow:}, {@code line:}, {@code queue:}, {@code sip:} and {@code tel:} name the type, {@code
 * direct.} begins a direct hash, anything else is an extension (contract section 5).
 */
public final class DialledAddress {

  private static final Set<String> TYPES =
      Set.of("agent", "ai", "conference", "extension", "flow", "line", "queue", "sip", "tel");

  /** Before the hash in the user part of a direct address (contract section 14). */
  private static final String DIRECT = "direct.";

  private DialledAddress() {}

  public static Address of(String dialled) {
    if (dialled.startsWith("+")) {
      return Address.of("tel", dialled);
    }
    if (dialled.startsWith(DIRECT)) {
      return Address.of("direct", dialled.substring(DIRECT.length()));
    }
    int colon = dialled.indexOf(':');
    if (colon > 0 && TYPES.contains(dialled.substring(0, colon))) {
      return Address.of(dialled.substring(0, colon), dialled.substring(colon + 1));
    }
    return Address.of("extension", dialled);
  }
}
