package org.tandemvoice.sip.container;

/**
 * What the SIP container is doing.
 *
 * @param started the application is deployed and receives requests
 * @param draining new INVITE and REGISTER requests are refused with 503
 * @param probeAnswered the container has answered its own last OPTIONS request over UDP
 * @param congested new INVITE and REGISTER requests are refused because a limit is exceeded
 */
public record SipCondition(
    boolean started, boolean draining, boolean probeAnswered, boolean congested) {

  /** Nothing has been handed over yet. */
  public static final SipCondition NOT_STARTED = new SipCondition(false, false, false, false);

  /** Whether new calls are taken. A congested server is ready: it answers, and recovers. */
  public boolean ready() {
    return started && !draining && probeAnswered;
  }
}
