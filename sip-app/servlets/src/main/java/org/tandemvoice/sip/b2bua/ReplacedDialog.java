package org.tandemvoice.sip.b2bua;

import java.util.Optional;

/**
 * The dialog that shall be replaced (RFC 3891 section 6.1):
 *
 * <pre>Replaces: callid;to-tag=tag;from-tag=tag;early-only</pre>
 */
record ReplacedDialog(String callId, String toTag, String fromTag, boolean earlyOnly) {

  /** Empty if the value is malformed: both tags must be there. */
  static Optional<ReplacedDialog> parse(String value) {
    String[] parts = value.split(";");
    String to = "";
    String from = "";
    boolean early = false;
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith("to-tag=")) {
        to = part.substring("to-tag=".length());
      } else if (part.startsWith("from-tag=")) {
        from = part.substring("from-tag=".length());
      } else if (part.equals("early-only")) {
        early = true;
      }
    }
    String callId = parts[0].strip();
    return callId.isEmpty() || to.isEmpty() || from.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReplacedDialog(callId, to, from, early));
  }

  /** Whether it is this dialog. The tags are taken in either order: phones differ in that. */
  boolean is(DialogNames dialog) {
    return dialog.callId().equals(callId)
        && (dialog.has(toTag, fromTag) || dialog.has(fromTag, toTag));
  }
}
