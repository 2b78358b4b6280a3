package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.address.control.DialledAddress;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.status.FailureStatus;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;
import org.tandemvoice.transfer.control.ReferralManager;

/**
 * REFER within a call: the phone hands over whom it talks to, blindly or, with Replaces, to the
 * party of its other call (RFC 3515, RFC 5589). Who sends it is known: the call was authenticated
 * when it began, so Referred-By (RFC 3892) proves nothing more and is not asked for.
 */
@ApplicationScoped
public class ReferHandler implements MethodHandler {

  @Inject private Legs legs;
  @Inject private Realms realms;
  @Inject private ReferralManager referrals;
  @Inject private SipServices container;

  @Override
  public String method() {
    return "REFER";
  }

  @Override
  public void handle(SipServletRequest refer) throws IOException {
    try {
      Leg leg = legOf(refer);
      ReferTo target = ReferTo.of(refer);
      Referral referral = new Referral(refer);
      leg.refer(referral);
      begin(leg.id(), target);
      refer.createResponse(SipServletResponse.SC_ACCEPTED).send();
      referral.begin();
    } catch (RefusedException refused) {
      refused.refusal().send(refer);
    } catch (PlatformException failure) {
      FailureStatus.of(failure).send(refer);
    }
  }

  private static Leg legOf(SipServletRequest refer) {
    Leg leg =
        Leg.of(refer)
            .filter(found -> found.isDialog(refer.getSession()) && found.farewell().isEmpty())
            .orElseThrow(() -> refused(SipServletResponse.SC_CALL_LEG_DONE));
    if (leg instanceof CallerLeg caller && caller.guest().isPresent()) {
      // whoever has not proved who he is calls nobody at the customer's cost
      throw refused(SipServletResponse.SC_FORBIDDEN);
    }
    if (!leg.isTalking()) {
      throw refused(SipServletResponse.SC_REQUEST_PENDING);
    }
    return leg;
  }

  private void begin(CallId transferer, ReferTo target) {
    if (target.replaces().isEmpty()) {
      referrals.refer(transferer, address(target.uri()));
      return;
    }
    CallId other =
        legs.find(target.replaces().get())
            .map(Leg::id)
            .orElseThrow(() -> refused(SipServletResponse.SC_CALL_LEG_DONE));
    referrals.referReplacing(transferer, other);
  }

  /** What the phone would reach if it dialled that itself. */
  private Address address(String uri) {
    if (uri.regionMatches(true, 0, "tel:", 0, 4)) {
      return Address.of("tel", uri.substring(4).split(";", 2)[0]);
    }
    try {
      boolean foreign = realms.of(container.factory().createURI(uri)) instanceof SipDomain.Foreign;
      String user = SipUriText.parse(uri).map(SipUriText::user).orElse("");
      if (user.isBlank()) {
        throw refused(SipServletResponse.SC_ADDRESS_INCOMPLETE);
      }
      return foreign ? Address.of("sip", uri) : DialledAddress.of(user);
    } catch (ServletParseException malformed) {
      throw refused(SipServletResponse.SC_BAD_REQUEST);
    }
  }

  private static RefusedException refused(int status) {
    return new RefusedException(Refusal.of(status));
  }
}
