package org.tandemvoice.mail.control;

import java.util.Locale;
import java.util.Properties;

/** How the way to the mail server is kept from listeners. */
public enum MailEncryption {
  /** By the command of RFC 3207, or no mail is sent. */
  STARTTLS("mail.smtp.starttls.enable", "mail.smtp.starttls.required"),
  /** From the first byte (RFC 8314). */
  IMPLICIT("mail.smtp.ssl.enable"),
  /** Not at all: for a server on the same machine. */
  NONE;

  private final String[] switches;

  MailEncryption(String... switches) {
    this.switches = switches;
  }

  void describe(Properties properties) {
    for (String name : switches) {
      properties.setProperty(name, "true");
    }
  }

  /** For the configuration, in any case. */
  public static MailEncryption of(String text) {
    return valueOf(text.strip().toUpperCase(Locale.ROOT));
  }
}
