package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPServerTransactionImpl;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import javax.sip.header.ViaHeader;

/**
 * A server transaction that lives with late threads and old peers.
 *
 * <p>The stack sends 100 by itself after 200 ms (RFC 3261 section 17.2.1) and lets no timer be set
 * from then on; where a thread came so late, the container, which sets the usual ones, would answer
 * 500. And a message whose branch has no magic cookie would be compared with the whole request of
 * every transaction there is, parsed again for that; it cannot belong to one that has the cookie
 * (section 17.2.3).
 */
final class TolerantTransaction extends SIPServerTransactionImpl {

  private static final String COOKIE = "z9hG4bK";

  TolerantTransaction(SIPTransactionStack stack, MessageChannel channel) {
    super(stack, channel);
  }

  /** Whether this is the branch of a peer that obeys RFC 3261. */
  static boolean hasCookie(String branch) {
    return branch != null && branch.regionMatches(true, 0, COOKIE, 0, COOKIE.length());
  }

  @Override
  public void setRetransmitTimer(int milliseconds) {
    if (milliseconds != getBaseTimerInterval()) {
      super.setRetransmitTimer(milliseconds);
    }
  }

  @Override
  public boolean isMessagePartOfTransaction(SIPMessage message) {
    ViaHeader via = message.getTopmostVia();
    boolean isOfOldPeer = via != null && !hasCookie(via.getBranch());
    return !(isOfOldPeer && hasCookie(getBranch())) && super.isMessagePartOfTransaction(message);
  }
}
