package org.tandemvoice.sip.pbx;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.pbx.control.PbxAttempt;
import org.tandemvoice.pbx.entity.PbxAccount;
import org.tandemvoice.sip.auth.Proof;
import org.tandemvoice.sip.container.SipServices;

/** Makes the requests of an account to its telephone system. */
@ApplicationScoped
public class PbxRequests {

  private static final Logger LOG = System.getLogger(PbxRequests.class.getName());

  @Inject private SipServices container;

  /**
   * A request in a session of its own.
   *
   * @param uri the Request-URI
   * @throws IOException if it cannot be made as the account wants it
   */
  SipServletRequest first(
      SipApplicationSession application, PbxAttempt attempt, String method, String uri)
      throws IOException {
    SipFactory factory = container.factory();
    PbxAccount account = attempt.account();
    String user = account.addressOfRecord();
    try {
      SipServletRequest request = factory.createRequest(application, method, user, user);
      request.setRequestURI(factory.createURI(uri));
      route(request, account);
      return request;
    } catch (ServletParseException | IllegalArgumentException unusable) {
      throw new IOException(unusable);
    }
  }

  /** Where the telephone system is to call (RFC 3261 section 10.2.1). */
  String contact(PbxAttempt attempt) throws IOException {
    String transport = attempt.account().transport();
    try {
      String parameter = transport.equals("udp") ? "" : ";transport=" + transport;
      return "<sip:" + attempt.token() + "@" + container.addressOf(transport) + parameter + ">";
    } catch (IllegalArgumentException notListening) {
      throw new IOException(notListening);
    }
  }

  /** The request again, in the same session (RFC 3261 section 8.1.3.5). */
  SipServletRequest again(PbxAttempt attempt, SipServletResponse response) throws IOException {
    SipServletRequest before = response.getRequest();
    String uri = before.getRequestURI().toString();
    return next(attempt, response.getSession(), before.getMethod(), uri);
  }

  /** A further request of a session that has no dialog, to this Request-URI. */
  SipServletRequest next(PbxAttempt attempt, SipSession session, String method, String uri)
      throws IOException {
    SipServletRequest request = session.createRequest(method);
    try {
      request.setRequestURI(container.factory().createURI(uri));
    } catch (ServletParseException unusable) {
      throw new IOException(unusable);
    }
    request.removeHeader("Authorization");
    request.removeHeader("Proxy-Authorization");
    if (request.getHeader("Route") == null) {
      route(request, attempt.account());
    }
    return request;
  }

  private void route(SipServletRequest request, PbxAccount account) throws IOException {
    try {
      for (String route : account.routes()) {
        request.pushRoute(container.factory().createAddress(route));
      }
    } catch (ServletParseException unusable) {
      throw new IOException(unusable);
    }
  }

  /**
   * The header that answers a digest challenge (RFC 3261 section 22, RFC 8760).
   *
   * @return empty if the challenge cannot be answered, or was answered before
   */
  Optional<Proof> proof(PbxExchange exchange, SipServletResponse challenge) {
    if (!exchange.proofs().isToBeAnswered(challenge)) {
      return Optional.empty();
    }
    PbxAttempt attempt = exchange.attempt();
    return Proof.to(
        challenge,
        challenge.getRequest().getRequestURI().toString(),
        attempt.account().digestUser(),
        attempt.password());
  }

  /** A header that is a number of seconds; this if it is missing or none. */
  static int seconds(SipServletResponse response, String header, int otherwise) {
    String value = response.getHeader(header);
    return value == null ? otherwise : seconds(value.split("[;( ]")[0], otherwise);
  }

  static int seconds(String text, int otherwise) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException unreadable) {
      return otherwise;
    }
  }

  /** Sends a request of an exchange with the headers that its method needs. */
  @FunctionalInterface
  interface Sender {
    void send(PbxExchange exchange, SipServletRequest request) throws IOException;
  }

  /**
   * Sends the request of a refused exchange again if that may help: with a proof after a challenge,
   * for longer if what was asked for was too brief (RFC 3261 section 10.2.8).
   *
   * @param tooBrief told the least, in seconds, before the request goes out again
   * @return whether it is under way again
   */
  boolean isTriedAgain(
      PbxExchange exchange, SipServletResponse response, Sender sender, IntConsumer tooBrief) {
    try {
      return triesAgain(exchange, response, sender, tooBrief);
    } catch (IOException | IllegalStateException unreachable) {
      LOG.log(Level.DEBUG, () -> exchange.attempt() + " cannot be sent again: " + unreachable);
      return false;
    }
  }

  private boolean triesAgain(
      PbxExchange exchange, SipServletResponse response, Sender sender, IntConsumer tooBrief)
      throws IOException {
    if (Proof.isWantedBy(response)) {
      Optional<Proof> proof = proof(exchange, response);
      if (proof.isPresent()) {
        SipServletRequest proved = again(exchange.attempt(), response);
        proof.get().on(proved);
        sender.send(exchange, proved);
        return true;
      }
    } else if (response.getStatus() == SipServletResponse.SC_INTERVAL_TOO_BRIEF) {
      int least = seconds(response, "Min-Expires", 0);
      if (exchange.lengthen(least)) {
        tooBrief.accept(least);
        sender.send(exchange, again(exchange.attempt(), response));
        return true;
      }
    }
    return false;
  }
}
