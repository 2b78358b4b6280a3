package org.tandemvoice.sip.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.route.control.MessageRouter;
import org.tandemvoice.sip.b2bua.InviteFactory;
import org.tandemvoice.sip.b2bua.PhoneProof;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.FailureStatus;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * MESSAGE (RFC 3428): from one extension of a customer to another, to each of its phones. It is
 * passed on as it is and never kept.
 */
@ApplicationScoped
public class MessageHandler implements MethodHandler {

  @Inject private PhoneProof proof;
  @Inject private MessageRouter router;
  @Inject private SipServices container;
  @Inject private SipDomains domains;
  @Inject private InviteFactory invites;

  @Override
  public String method() {
    return "MESSAGE";
  }

  @Override
  public void handle(SipServletRequest message) throws IOException {
    try {
      RequestRules.hops(message).ifPresent(MessageHandler::refuse);
      ExtensionCredential sender = proof.of(message);
      String dialled =
          SipUriText.parse(message.getRequestURI().toString())
              .map(SipUriText::user)
              .filter(user -> !user.isBlank())
              .orElseThrow(
                  () -> new RefusedException(Refusal.of(SipServletResponse.SC_ADDRESS_INCOMPLETE)));
      relay(message, sender, dialled, router.places(sender.customerId(), dialled));
    } catch (RefusedException refused) {
      refused.refusal().send(message);
    } catch (PlatformException failure) {
      FailureStatus.of(failure).send(message);
    }
  }

  private void relay(
      SipServletRequest message, ExtensionCredential sender, String dialled, List<LegTarget> places)
      throws IOException {
    MessageRelay relay = MessageRelay.of(message);
    String domain = domains.registrarOf(sender.customerId());
    try {
      for (LegTarget place : places) {
        relay.send(
            copy(message, address(sender.extension(), domain), address(dialled, domain), place));
      }
    } catch (ServletParseException unusable) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_TEMPORARILY_UNAVAILABLE));
    }
    relay.begun();
  }

  private SipServletRequest copy(SipServletRequest message, String from, String to, LegTarget place)
      throws ServletParseException, IOException {
    SipFactory factory = container.factory();
    SipServletRequest copy =
        factory.createRequest(message.getApplicationSession(), "MESSAGE", from, to);
    copy.setRequestURI(factory.createURI(place.uri()));
    copy.setMaxForwards(message.getMaxForwards() - 1);
    invites.route(copy, place);
    if (message.getContentLength() > 0) {
      copy.setContent(
          message.getRawContent(),
          Optional.ofNullable(message.getContentType()).orElse("text/plain"));
    }
    return copy;
  }

  private static String address(String user, String domain) {
    return "sip:" + SipUriText.encodeUser(user) + "@" + domain;
  }

  @Override
  public void handle(SipServletResponse response) throws IOException {
    MessageRelay relay = MessageRelay.of(response);
    if (relay != null) {
      relay.responded(response.getStatus());
    }
  }

  private static void refuse(Refusal refusal) {
    throw new RefusedException(refusal);
  }
}
