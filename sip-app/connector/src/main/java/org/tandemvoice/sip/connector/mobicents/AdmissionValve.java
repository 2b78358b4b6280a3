package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.InvalidArgumentException;
import javax.sip.SipStack;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Response;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.tandemvoice.sip.connector.Admission;
import org.tandemvoice.sip.connector.Admission.Verdict;

/** Asks the admission before a transaction exists and answers what is refused without one. */
final class AdmissionValve implements SIPMessageValve {

  private static final System.Logger REFUSED = System.getLogger(SilentStackLogger.LOGGER);

  private static final int DEFAULT_PORT = 5060;

  private final Admission admission;
  private final SIPTransactionStack stack;

  AdmissionValve(Admission admission, SIPTransactionStack stack) {
    this.admission = admission;
    this.stack = stack;
  }

  @Override
  public boolean processRequest(SIPRequest request, MessageChannel channel) {
    Verdict verdict =
        admission.judge(
            request.getMethod(),
            request.getTo().getTag() != null,
            channel.getPeerPacketSourceAddress().getHostAddress());
    // A retransmission belongs to the transaction that was let in before.
    if (verdict == Verdict.ADMIT || stack.findTransaction(request, true) != null) {
      return true;
    }
    refuse(request, channel, verdict);
    return false;
  }

  private static void refuse(SIPRequest request, MessageChannel channel, Verdict verdict) {
    try {
      SIPResponse response = request.createResponse(Response.SERVICE_UNAVAILABLE);
      response.setHeader(retryAfter(verdict));
      response.setToTag(Integer.toHexString(ThreadLocalRandom.current().nextInt()));
      // RFC 3581 section 4: to the source port if the client asked for it.
      Via via = request.getTopmostVia();
      int port = via.hasParameter(Via.RPORT) ? channel.getPeerPacketSourcePort() : via.getPort();
      channel.sendMessage(
          response, channel.getPeerPacketSourceAddress(), port > 0 ? port : DEFAULT_PORT);
    } catch (IOException | InvalidArgumentException e) {
      // Nobody to tell: the peer will ask again or not.
      REFUSED.log(System.Logger.Level.DEBUG, "503 could not be sent", e);
    }
  }

  /** Spread over some seconds, so that not all come back at once (RFC 3261 section 21.5.4). */
  private static RetryAfterHeader retryAfter(Verdict verdict) throws InvalidArgumentException {
    int least = verdict == Verdict.TOO_FAST ? 1 : 5;
    return SipFactoryImpl.headerFactory.createRetryAfterHeader(
        ThreadLocalRandom.current().nextInt(least, least * 3));
  }

  @Override
  public boolean processResponse(Response response, MessageChannel channel) {
    return true;
  }

  @Override
  public void init(SipStack ignored) {}

  @Override
  public void destroy() {}
}
