package org.tandemvoice.sip.connector;

/** The container in numbers; all but the last two are 0 when it is idle. */
public record SipGauges(
    int sipSessions,
    int applicationSessions,
    int serverTransactions,
    int clientTransactions,
    int dialogs,
    long sessionsCreated,
    long sessionsDestroyed) {

  /** A container that does not run. */
  public static final SipGauges NONE = new SipGauges(0, 0, 0, 0, 0, 0, 0);
}
