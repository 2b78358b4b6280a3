package org.tandemvoice.mail.control;

/**
 * A mail to be sent once what it tells of is committed: fired as an event inside the transaction.
 *
 * @param text plain, its lines ended by line feeds
 */
public record Mail(String to, String subject, String text) {

  /** Without the text, which may hold secrets. */
  @Override
  public String toString() {
    return "mail \"" + subject + "\"";
  }
}
