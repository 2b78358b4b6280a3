package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.RetryAfter;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.message.Response;
import org.tandemvoice.sip.connector.Admission;
import org.tandemvoice.sip.connector.Admission.Verdict;

/** Asks the admission before a transaction exists and answers what is refused without one. */
final class AdmissionValve implements RequestValve {

  private final Admission admission;
  private final SIPTransactionStack stack;

  AdmissionValve(Admission admission, SIPTransactionStack stack) {
    this.admission = admission;
    this.stack = stack;
  }

  @Override
  public boolean processRequest(SIPRequest request, MessageChannel channel) {
    InetAddress source = channel.getPeerPacketSourceAddress();
    if (source == null) {
      // our own request to ourselves, which the stack hands on without a packet
      return true;
    }
    Verdict verdict =
        admission.judge(
            request.getMethod(), request.getTo().getTag() != null, source.getHostAddress());
    // A retransmission belongs to the transaction that was let in before.
    if (verdict == Verdict.ADMIT || stack.findTransaction(request, true) != null) {
      return true;
    }
    StatelessAnswer answer = new StatelessAnswer(request, Response.SERVICE_UNAVAILABLE);
    answer.response().setHeader(retryAfter(verdict));
    answer.send(channel);
    return false;
  }

  /** Spread over some seconds, so that not all come back at once (RFC 3261 section 21.5.4). */
  private static RetryAfter retryAfter(Verdict verdict) {
    int least = verdict == Verdict.TOO_FAST ? 1 : 5;
    try {
      RetryAfter retryAfter = new RetryAfter();
      retryAfter.setRetryAfter(ThreadLocalRandom.current().nextInt(least, least * 3));
      return retryAfter;
    } catch (InvalidArgumentException e) {
      throw new IllegalStateException(e);
    }
  }
}
