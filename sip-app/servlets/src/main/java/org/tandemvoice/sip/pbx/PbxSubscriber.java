package org.tandemvoice.sip.pbx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.pbx.control.PbxAttempt;
import org.tandemvoice.pbx.control.PbxRegistrations;
import org.tandemvoice.sip.container.SipServices;

/**
 * Subscriptions to the calls of an agent's user at its telephone system (RFC 4235). Their dialogs
 * live in this process: after a restart they are made anew.
 */
@ApplicationScoped
public class PbxSubscriber {

  private static final Logger LOG = System.getLogger(PbxSubscriber.class.getName());
  private static final String DIALOG_INFO = "application/dialog-info+xml";
  private static final int AFTERLIFE_MINUTES = 2;

  /** A dialog that is not over (RFC 4235 section 4.1.2). */
  private static final Pattern CALL =
      Pattern.compile("<(?:\\w+:)?state[^>]*>\\s*(trying|proceeding|early|confirmed)\\s*<");

  private final ConcurrentMap<UUID, SipSession> dialogs = new ConcurrentHashMap<>();

  @Inject private SipServices container;
  @Inject private PbxRequests requests;
  @Inject private PbxRegistrations registrations;

  void subscribe(PbxAttempt attempt) {
    SipSession known = dialogs.get(attempt.id());
    try {
      if (known != null && known.isValid()) {
        container.within(known.getApplicationSession(), () -> refresh(known, attempt));
      } else if (attempt.seconds() > 0) {
        SipApplicationSession application = container.factory().createApplicationSession();
        container.within(application, () -> begin(application, attempt));
      } else {
        registrations.notSubscribed(attempt, 0);
      }
    } catch (IOException | IllegalStateException unreachable) {
      LOG.log(Level.DEBUG, () -> "subscription of " + attempt + ": " + unreachable);
      forget(attempt.id());
      registrations.notSubscribed(attempt, SipServletResponse.SC_SERVICE_UNAVAILABLE);
    }
  }

  private void begin(SipApplicationSession application, PbxAttempt attempt) throws IOException {
    application.setExpires(minutes(attempt.seconds()));
    application.setInvalidateWhenReady(false);
    PbxExchange exchange = new PbxExchange(attempt);
    exchange.attach(application);
    String uri = attempt.account().uriOf(attempt.account().username());
    send(exchange, requests.first(application, attempt, "SUBSCRIBE", uri));
  }

  private static int minutes(int seconds) {
    return seconds / 60 + AFTERLIFE_MINUTES;
  }

  private void refresh(SipSession dialog, PbxAttempt attempt) throws IOException {
    PbxExchange exchange = new PbxExchange(attempt);
    exchange.attach(dialog.getApplicationSession());
    send(exchange, dialog.createRequest("SUBSCRIBE"));
  }

  private static void send(PbxExchange exchange, SipServletRequest subscribe) throws IOException {
    subscribe.setHeader("Event", "dialog");
    subscribe.setHeader("Accept", DIALOG_INFO);
    subscribe.setHeader("Expires", Integer.toString(exchange.seconds()));
    exchange.send(subscribe);
  }

  /** Drops the dialog; whatever still comes in it is not known. */
  void forget(UUID id) {
    SipSession dialog = dialogs.remove(id);
    if (dialog != null && dialog.isValid()) {
      dialog.getApplicationSession().setExpires(1);
    }
  }

  /** A response to one of our SUBSCRIBEs. */
  public void responded(SipServletResponse response) {
    PbxExchange exchange = PbxExchange.answeredBy(response).orElse(null);
    int status = response.getStatus();
    if (exchange == null || status < SipServletResponse.SC_OK) {
      return;
    }
    PbxAttempt attempt = exchange.attempt();
    if (status < SipServletResponse.SC_MULTIPLE_CHOICES) {
      accepted(exchange, response);
    } else if (!requests.isTriedAgain(exchange, response, PbxSubscriber::send, least -> {})) {
      forget(attempt.id());
      registrations.notSubscribed(attempt, status);
    }
  }

  private void accepted(PbxExchange exchange, SipServletResponse response) {
    PbxAttempt attempt = exchange.attempt();
    int seconds = PbxRequests.seconds(response, "Expires", exchange.seconds());
    if (seconds == 0) {
      forget(attempt.id());
      registrations.notSubscribed(attempt, response.getStatus());
      return;
    }
    dialogs.put(attempt.id(), response.getSession());
    response.getApplicationSession().setExpires(minutes(seconds));
    registrations.subscribed(attempt, response.getStatus(), Duration.ofSeconds(seconds));
  }

  /**
   * The telephone system tells of the user's calls.
   *
   * @return whether there is such a subscription
   */
  public boolean notified(SipServletRequest notify) throws IOException {
    PbxExchange exchange = PbxExchange.of(notify).orElse(null);
    if (exchange == null) {
      return false;
    }
    String state = Optional.ofNullable(notify.getHeader("Subscription-State")).orElse("");
    if (state.toLowerCase(Locale.ROOT).strip().startsWith("terminated")) {
      forget(exchange.attempt().id());
      registrations.notSubscribed(exchange.attempt(), SipServletResponse.SC_OK);
    } else if (notify.getContentLength() > 0) {
      String body = new String(notify.getRawContent(), StandardCharsets.UTF_8);
      registrations.watched(exchange.attempt(), CALL.matcher(body).find());
    }
    notify.createResponse(SipServletResponse.SC_OK).send();
    return true;
  }
}
