package org.tandemvoice.auth.entity;

/** What a link in a mail is for. */
public enum MailPurpose {
  /** Shows that the address of somebody who signed up is theirs. */
  VERIFY_EMAIL,
  /** Lets an agent choose a password. */
  RESET_PASSWORD
}
