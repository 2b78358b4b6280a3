package org.tandemvoice.sip.auth;

import javax.servlet.sip.SipServletResponse;

/**
 * How often challenges to one request are answered: once, and once more if the nonce was too old
 * meanwhile. A server that wants yet another proof takes none.
 */
public final class ProofAttempts {

  private static final int MOST = 2;

  private int made;

  /** Whether this challenge is to be answered, which counts. */
  public boolean isToBeAnswered(SipServletResponse challenge) {
    boolean answer = made == 0 || made < MOST && Proof.isStale(challenge);
    if (answer) {
      made++;
    }
    return answer;
  }

  /** The request has changed and may be challenged anew. */
  public void begin() {
    made = 0;
  }
}
