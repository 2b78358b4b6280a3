package org.tandemvoice.sip.pbx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.pbx.control.PbxAttempt;
import org.tandemvoice.pbx.control.PbxRegistrations;
import org.tandemvoice.pbx.control.PbxSignaling;
import org.tandemvoice.sip.container.SipContainerAccess;
import org.tandemvoice.sip.container.SipServices;

/**
 * Registers agents at other telephone systems (RFC 3261 section 10.2). All that is sent for one
 * registration is of one session, so that it bears one Call-ID, as long as this process lives.
 */
@ApplicationScoped
public class PbxRegistrar implements PbxSignaling {

  private static final Logger LOG = System.getLogger(PbxRegistrar.class.getName());

  /** Longer than the longest wait after a failure is by default. */
  private static final int AFTERLIFE_MINUTES = 45;

  private final ConcurrentMap<UUID, SipSession> sessions = new ConcurrentHashMap<>();

  @Inject private SipServices container;
  @Inject private SipContainerAccess access;
  @Inject private PbxRequests requests;
  @Inject private PbxSubscriber subscriber;
  @Inject private PbxRegistrations registrations;

  @Override
  public boolean isReady() {
    return access.condition().started();
  }

  @Override
  public void register(PbxAttempt attempt) {
    try {
      SipSession known = sessions.get(attempt.id());
      if (known != null && known.isValid()) {
        container.within(known.getApplicationSession(), () -> refresh(known, attempt));
      } else {
        SipApplicationSession application = container.factory().createApplicationSession();
        container.within(application, () -> begin(application, attempt));
      }
    } catch (IOException | IllegalStateException unreachable) {
      LOG.log(Level.DEBUG, () -> attempt + " cannot be sent: " + unreachable);
      forget(attempt.id());
      registrations.failed(
          attempt, SipServletResponse.SC_SERVICE_UNAVAILABLE, reason(unreachable), Duration.ZERO);
    }
    if (attempt.seconds() == 0) {
      forget(attempt.id());
      subscriber.forget(attempt.id());
    }
  }

  /** Nothing more is sent in its session, which still hears the answer to what was sent last. */
  private void forget(UUID id) {
    SipSession session = sessions.remove(id);
    if (session != null && session.isValid()) {
      session.getApplicationSession().setExpires(1);
    }
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return "cannot be sent: " + cause.getMessage();
  }

  private void begin(SipApplicationSession application, PbxAttempt attempt) throws IOException {
    application.setInvalidateWhenReady(false);
    String uri = attempt.account().systemUri();
    SipServletRequest register = requests.first(application, attempt, "REGISTER", uri);
    register.getSession().setInvalidateWhenReady(false);
    sessions.put(attempt.id(), register.getSession());
    send(attempt, register);
  }

  private void refresh(SipSession session, PbxAttempt attempt) throws IOException {
    send(attempt, requests.next(attempt, session, "REGISTER", attempt.account().systemUri()));
  }

  private void send(PbxAttempt attempt, SipServletRequest register) throws IOException {
    SipApplicationSession application = register.getApplicationSession();
    application.setExpires(attempt.seconds() / 60 + AFTERLIFE_MINUTES);
    PbxExchange exchange = new PbxExchange(attempt);
    exchange.attach(application);
    send(exchange, register);
  }

  private void send(PbxExchange exchange, SipServletRequest register) throws IOException {
    register.setHeader("Contact", requests.contact(exchange.attempt()));
    register.setHeader("Expires", Integer.toString(exchange.seconds()));
    exchange.send(register);
  }

  @Override
  public void subscribe(PbxAttempt attempt) {
    subscriber.subscribe(attempt);
  }

  /** A response to one of our REGISTERs; silence is a 408 of the stack. */
  public void responded(SipServletResponse response) {
    PbxExchange exchange = PbxExchange.answeredBy(response).orElse(null);
    if (exchange == null || response.getStatus() < SipServletResponse.SC_OK) {
      return;
    }
    if (response.getStatus() < SipServletResponse.SC_MULTIPLE_CHOICES) {
      registrations.registered(exchange.attempt(), validity(exchange, response));
    } else if (!requests.isTriedAgain(
        exchange,
        response,
        this::send,
        least -> registrations.askedTooLittle(exchange.attempt(), least))) {
      registrations.failed(
          exchange.attempt(),
          response.getStatus(),
          response.getReasonPhrase(),
          Duration.ofSeconds(PbxRequests.seconds(response, "Retry-After", 0)));
    }
  }

  /** Section 10.2.4: what the answer says of our own contact, or of all. */
  private static Duration validity(PbxExchange exchange, SipServletResponse response) {
    int all = PbxRequests.seconds(response, "Expires", exchange.seconds());
    int seconds = own(exchange, response).map(text -> PbxRequests.seconds(text, all)).orElse(all);
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  private static Optional<String> own(PbxExchange exchange, SipServletResponse response) {
    try {
      for (Iterator<Address> it = response.getAddressHeaders("Contact"); it.hasNext(); ) {
        Address contact = it.next();
        if (contact.getURI().toString().contains(exchange.attempt().token())) {
          return Optional.ofNullable(contact.getParameter("expires"));
        }
      }
    } catch (ServletParseException unreadable) {
      LOG.log(Level.DEBUG, () -> "contacts of " + exchange.attempt() + ": " + unreadable);
    }
    return Optional.empty();
  }
}
