package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/** Answers a request for which no transaction was made (RFC 3261 section 8.2.7). */
final class StatelessAnswer {

  private static final System.Logger LOG = System.getLogger(SilentStackLogger.LOGGER);
  private static final int DEFAULT_PORT = 5060;

  private final SIPRequest request;
  private final SIPResponse response;

  StatelessAnswer(SIPRequest request, int status) {
    this.request = request;
    this.response = request.createResponse(status);
    if (response.getTo().getTag() == null) {
      response.setToTag(Integer.toHexString(ThreadLocalRandom.current().nextInt()));
    }
  }

  SIPResponse response() {
    return response;
  }

  void send(MessageChannel channel) {
    // RFC 3581 section 4: to the source port if the client asked for it.
    Via via = request.getTopmostVia();
    int port = via.hasParameter(Via.RPORT) ? channel.getPeerPacketSourcePort() : via.getPort();
    try {
      channel.sendMessage(
          response, channel.getPeerPacketSourceAddress(), port > 0 ? port : DEFAULT_PORT);
    } catch (IOException e) {
      // Nobody to tell: the peer will ask again or not.
      LOG.log(System.Logger.Level.DEBUG, "stateless answer not sent", e);
    }
  }
}
