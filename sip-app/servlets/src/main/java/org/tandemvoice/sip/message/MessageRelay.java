package org.tandemvoice.sip.message;

import java.io.IOException;
import java.io.Serializable;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.status.Refusal;

/**
 * One message on its way to every place of an extension. The sender hears of the first place that
 * took it, or of the best refusal when all have refused (RFC 3261 section 16.7).
 */
final class MessageRelay implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = MessageRelay.class.getName();

  private final transient SipServletRequest received;
  private int pending;
  private int best = SipServletResponse.SC_REQUEST_TIMEOUT;
  private boolean answered;

  private MessageRelay(SipServletRequest received) {
    this.received = received;
  }

  static MessageRelay of(SipServletRequest received) {
    MessageRelay relay = new MessageRelay(received);
    received.getApplicationSession().setAttribute(ATTRIBUTE, relay);
    return relay;
  }

  /** The relay a response belongs to; null if it has none. */
  static MessageRelay of(SipServletResponse response) {
    SipApplicationSession session = response.getApplicationSession(false);
    return session == null || !session.isValid()
        ? null
        : (MessageRelay) session.getAttribute(ATTRIBUTE);
  }

  /** Sends to one more place; one that cannot be sent to has refused. */
  void send(SipServletRequest copy) {
    pending++;
    try {
      copy.send();
    } catch (IOException | IllegalStateException unreachable) {
      pending--;
    }
  }

  /** Answers at once if no place could be sent to. */
  void begun() throws IOException {
    if (pending == 0) {
      answer(SipServletResponse.SC_TEMPORARILY_UNAVAILABLE);
    }
  }

  void responded(int status) throws IOException {
    if (status < SipServletResponse.SC_OK) {
      return;
    }
    pending--;
    if (status < SipServletResponse.SC_MULTIPLE_CHOICES) {
      answer(status);
      return;
    }
    best = best == SipServletResponse.SC_REQUEST_TIMEOUT ? status : Math.min(best, status);
    if (pending == 0) {
      answer(best);
    }
  }

  private void answer(int status) throws IOException {
    if (!answered) {
      answered = true;
      Refusal.of(status).send(received);
    }
  }
}
