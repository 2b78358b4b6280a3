package org.tandemvoice.sip.connector;

/** The SIP container cannot start; the message says which key to change. */
public class SipStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With a message for the operator. */
  public SipStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
