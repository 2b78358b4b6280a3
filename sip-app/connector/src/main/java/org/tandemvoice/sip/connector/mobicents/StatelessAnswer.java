package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** Answers a request for which no transaction was made (RFC 3261 section 8.2.7). */
final class StatelessAnswer {

  private static final System.Logger LOG = System.getLogger(SilentStackLogger.LOGGER);
  private static final int DEFAULT_PORT = 5060;
  private static final long SALT = ThreadLocalRandom.current().nextLong();

  private final SIPRequest request;
  private final SIPResponse response;

  StatelessAnswer(SIPRequest request, int status) {
    this.request = request;
    this.response = request.createResponse(status);
    if (response.getTo().getTag() == null) {
      response.setToTag(Integer.toHexString(tag(request)));
    }
  }

  /** The same for a request that comes again, as section 8.2.7 asks for. */
  private static int tag(SIPRequest request) {
    return Objects.hash(SALT, request.getTransactionId(), request.getCallId().getCallId());
  }

  SIPResponse response() {
    return response;
  }

  void send(MessageChannel channel) {
    // RFC 3581 section 4: to the source port if the client asked for it; RFC 3261 section 18.2.2:
    // over the connection that brought the request.
    Via via = request.getTopmostVia();
    boolean toSource = channel.isReliable() || via.hasParameter(Via.RPORT);
    int port = toSource ? channel.getPeerPacketSourcePort() : via.getPort();
    try {
      channel.sendMessage(
          response, channel.getPeerPacketSourceAddress(), port > 0 ? port : DEFAULT_PORT);
    } catch (IOException e) {
      // Nobody to tell: the peer will ask again or not.
      LOG.log(System.Logger.Level.DEBUG, "stateless answer not sent", e);
    }
  }
}
