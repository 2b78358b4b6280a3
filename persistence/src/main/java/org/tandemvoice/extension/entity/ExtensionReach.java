package org.tandemvoice.extension.entity;

import java.util.Collection;
import java.util.Locale;

/** Whether phones of an extension are there to be called. */
public enum ExtensionReach {
  /** No phone is registered. */
  UNREGISTERED,
  /** Phones are registered, and none of them answers when it is asked. */
  SILENT,
  /** At least one phone is registered that is not known to be silent. */
  REACHABLE;

  /** What these contacts, none of which has expired, make of their extension. */
  public static ExtensionReach of(Collection<ContactBinding> contacts) {
    if (contacts.isEmpty()) {
      return UNREGISTERED;
    }
    return contacts.stream().allMatch(ContactBinding::isSilent) ? SILENT : REACHABLE;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
