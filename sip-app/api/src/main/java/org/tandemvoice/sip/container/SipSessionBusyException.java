package org.tandemvoice.sip.container;

/** Another thread owns the application session and has not let it go in time. */
public class SipSessionBusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the application session that was waited for. */
  public SipSessionBusyException(String applicationSessionId, long waitedMs) {
    super(
        "SIP application session "
            + applicationSessionId
            + " was busy for "
            + waitedMs
            + " ms; nothing was done");
  }
}
