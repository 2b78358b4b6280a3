package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.sip.DialogState;
import javax.sip.PeerUnavailableException;
import javax.sip.Transaction;
import javax.sip.TransactionState;

/** The SIP stack, able to say whether anything is still going on in it. */
final class WatchedStack extends SipStackImpl {

  WatchedStack(Properties properties) throws PeerUnavailableException {
    super(properties);
  }

  /**
   * Whether no dialog is alive and no request of ours waits for its answer. What is over stays in
   * the tables for some seconds, to absorb retransmissions, and does not count.
   */
  boolean idle() {
    return getDialogs().stream().allMatch(dialog -> dialog.getState() == DialogState.TERMINATED)
        && clientTransactionTable.values().stream().noneMatch(WatchedStack::waits);
  }

  private static boolean waits(Transaction transaction) {
    TransactionState state = transaction.getState();
    return state != TransactionState.COMPLETED && state != TransactionState.TERMINATED;
  }
}
