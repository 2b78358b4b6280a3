package org.tandemvoice.auth.control;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tandemvoice.json.control.JsonFields;

/** Tells e-mail addresses from other texts; whether there is such a mailbox only a mail shows. */
final class EmailAddress {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]+@[^\\s@<>\"(),:;\\\\\\[\\]]+\\.[A-Za-z0-9-]{2,}");

  private EmailAddress() {}

  /** In lower case, in which it is a username: one mailbox signs up once. */
  static String read(JsonFields fields, String name) {
    String text = fields.requiredLine(name, LONGEST).strip();
    if (!isOne(text)) {
      throw fields.invalid(name, "is \"" + text + "\": give an e-mail address");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  static boolean isOne(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }
}
