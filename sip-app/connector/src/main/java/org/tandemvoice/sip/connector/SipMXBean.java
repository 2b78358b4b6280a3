package org.tandemvoice.sip.connector;

/** The gauges under {@code org.tandemvoice:type=Sip}; getters, because JMX wants them. */
public interface SipMXBean {

  /** SIP sessions alive. */
  int getSipSessions();

  /** SIP application sessions alive. */
  int getApplicationSessions();

  /** Server transactions of the stack. */
  int getServerTransactions();

  /** Client transactions of the stack. */
  int getClientTransactions();

  /** Dialogs of the stack. */
  int getDialogs();

  /** SIP sessions created since the start. */
  long getSessionsCreated();

  /** SIP sessions destroyed since the start. */
  long getSessionsDestroyed();

  /** Datagrams dropped because they were too large or too many waited. */
  long getPacketsDropped();

  /** Requests answered 503 because a limit was exceeded. */
  long getRejectedByCongestion();

  /** Requests answered 503 while draining. */
  long getRejectedWhileDraining();

  /** Whether new calls are refused because the server stops. */
  boolean isDraining();

  /** Whether the container answered its own last OPTIONS. */
  boolean isProbeAnswered();
}
