package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.stack.MessageChannel;
import java.text.ParseException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tandemvoice.sip.container.SipAnswer;
import org.tandemvoice.sip.container.SipArrival;
import org.tandemvoice.sip.container.SipChallenger;

/**
 * Asks the application whether a request outside of dialogs is only to be challenged, and answers
 * it then before a transaction exists (RFC 3261 section 8.2.7).
 */
final class ChallengeValve implements RequestValve {

  private final AtomicReference<SipChallenger> challenger;
  private final HeaderFactoryImpl factory = new HeaderFactoryImpl();

  ChallengeValve(AtomicReference<SipChallenger> challenger) {
    this.challenger = challenger;
  }

  @Override
  public boolean processRequest(SIPRequest request, MessageChannel channel) {
    boolean isOwn = channel.getPeerPacketSourceAddress() == null;
    if (isOwn || request.getTo().getTag() != null) {
      return true;
    }
    Optional<SipAnswer> answer = challenger.get().challenge(new Arrival(request));
    answer.ifPresent(given -> response(request, given).send(channel));
    return answer.isEmpty();
  }

  private StatelessAnswer response(SIPRequest request, SipAnswer given) {
    StatelessAnswer answer = new StatelessAnswer(request, given.status());
    for (SipAnswer.Header header : given.headers()) {
      try {
        answer.response().addHeader(factory.createHeader(header.name(), header.value()));
      } catch (ParseException e) {
        throw new IllegalArgumentException("No header of SIP: " + header, e);
      }
    }
    return answer;
  }

  private record Arrival(SIPRequest request) implements SipArrival {

    @Override
    public String method() {
      return request.getMethod();
    }

    @Override
    public String requestUri() {
      return request.getRequestURI().toString();
    }

    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable((SIPHeader) request.getHeader(name))
          .map(SIPHeader::getHeaderValue);
    }
  }
}
