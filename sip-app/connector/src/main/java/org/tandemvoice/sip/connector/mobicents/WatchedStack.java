package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.header.extensions.ReplacesHeader;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPClientTransaction;
import gov.nist.javax.sip.stack.SIPServerTransaction;
import gov.nist.javax.sip.stack.ServerResponseInterface;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.PeerUnavailableException;
import javax.sip.Transaction;
import javax.sip.TransactionState;
import javax.sip.message.Request;
import org.tandemvoice.sip.connector.SelfProbe;

/** The SIP stack, able to say whether anything is still going on in it. */
final class WatchedStack extends SipStackImpl {

  private final int threads;
  private final Clock clock;
  private final LongAdder packetsDropped = new LongAdder();
  private volatile OrderedQueue<?> datagrams;

  WatchedStack(Properties properties, int threads, Clock clock) throws PeerUnavailableException {
    super(properties);
    this.threads = threads;
    this.clock = clock;
  }

  /** How many threads work on received datagrams. */
  int threads() {
    return threads;
  }

  Clock clock() {
    return clock;
  }

  /** Counts a datagram that was too large or came when too many waited. */
  void packetDropped() {
    packetsDropped.increment();
  }

  /** Where received datagrams wait for a thread. */
  void datagramsWaitIn(OrderedQueue<?> queue) {
    datagrams = queue;
  }

  /** How long the next request by datagram that begins something has waited, in milliseconds. */
  int waiting() {
    OrderedQueue<?> queue = datagrams;
    return queue == null ? 0 : (int) queue.waitOfTheNew().toMillis();
  }

  long packetsDropped() {
    return packetsDropped.sum();
  }

  /**
   * Whether no dialog is alive and no request of ours waits for its answer. What is over stays in
   * the tables for some seconds, to absorb retransmissions, and does not count.
   */
  boolean idle() {
    return getDialogs().stream().allMatch(dialog -> dialog.getState() == DialogState.TERMINATED)
        && clientTransactionTable.values().stream().noneMatch(WatchedStack::waits);
  }

  /**
   * Empty, for the container: it would put the new call into the application session of the one
   * that it replaces, and answer 481 by itself where the last request of that was no INVITE. The
   * application finds the dialog (RFC 3891 section 3).
   */
  @Override
  public Dialog getReplacesDialog(ReplacesHeader replaces) {
    return null;
  }

  /**
   * An answer of another phone behind a forking proxy (RFC 3261 section 13.2.2.4) belongs to no
   * transaction: that of the INVITE, which is over, would swallow it as a repetition.
   */
  @Override
  public ServerResponseInterface newSIPServerResponse(
      SIPResponse response, MessageChannel channel) {
    SIPClientTransaction over = getForkedTransaction(response.getForkId());
    if (over != null && isAnotherAnswer(response) && !waits(over)) {
      removeTransaction(over);
    }
    return super.newSIPServerResponse(response, channel);
  }

  @Override
  public SIPServerTransaction createServerTransaction(MessageChannel channel) {
    return new TolerantTransaction(this, channel);
  }

  private boolean isAnotherAnswer(SIPResponse response) {
    return response.getStatusCode() / 100 == 2
        && response.getCSeq().getMethod().equals(Request.INVITE)
        && getDialog(response.getDialogId(false)) == null;
  }

  /** Server transactions but those of our own probe, of which there are always some. */
  int foreignServerTransactions() {
    return (int)
        serverTransactionTable.values().stream()
            .filter(transaction -> !SelfProbe.isProbe(transaction.getBranch()))
            .count();
  }

  private static boolean waits(Transaction transaction) {
    TransactionState state = transaction.getState();
    return state != TransactionState.COMPLETED && state != TransactionState.TERMINATED;
  }
}
