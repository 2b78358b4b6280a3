package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.ReleaseReferencesStrategy;
import gov.nist.javax.sip.TransactionExt;
import java.util.Set;
import javax.sip.Transaction;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;
import org.mobicents.servlet.sip.message.SipServletResponseImpl;

/**
 * Lets go of what the container keeps of a request that is over with its final answer, because it
 * begins no dialog. The container would hold both messages, parsed, and two sessions for as long as
 * the transaction lasts; of that only the bytes of the answer are needed, for repetitions (RFC 3261
 * section 17.2.2).
 */
final class SessionRelease {

  private static final Set<String> METHODS = Set.of("REGISTER", "OPTIONS");

  private final MobicentsSipSession session;
  private final SipServletRequestImpl request;
  private final Transaction transaction;

  private SessionRelease(
      MobicentsSipSession session, SipServletRequestImpl request, Transaction transaction) {
    this.session = session;
    this.request = request;
    this.transaction = transaction;
  }

  /**
   * Whether nothing follows this answer, which has not been sent yet. Repetitions by peers that
   * know no branches are told by the whole request, which is kept for them.
   */
  static boolean follows(SipServletResponseImpl response) {
    return response.getStatus() >= 200
        && METHODS.contains(response.getMethod())
        && response.getRequest() instanceof SipServletRequestImpl request
        && request.isInitial()
        && response.getTransaction() != null
        && TolerantTransaction.hasCookie(response.getTransaction().getBranchId());
  }

  /** Before the answer is sent: the stack keeps no copy of the request. */
  static SessionRelease prepare(SipServletResponseImpl response) {
    Transaction transaction = response.getTransaction();
    ((TransactionExt) transaction)
        .setReleaseReferencesStrategy(ReleaseReferencesStrategy.Aggressive);
    return new SessionRelease(
        response.getSipSession(), (SipServletRequestImpl) response.getRequest(), transaction);
  }

  /** After the answer was sent: the sessions end, the transaction lives on without them. */
  void complete() {
    transaction.setApplicationData(null);
    session.removeOngoingTransaction(transaction);
    request.setTransaction(null);
    session.getSipApplicationSession().invalidate();
  }
}
