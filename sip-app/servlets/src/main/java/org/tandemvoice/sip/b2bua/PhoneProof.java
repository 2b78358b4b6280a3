package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.sip.auth.AuthOutcome;
import org.tandemvoice.sip.auth.Authenticator;
import org.tandemvoice.sip.auth.Challenges;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/** Makes the phone behind a request that begins something prove which extension it is. */
@ApplicationScoped
public class PhoneProof {

  @Inject private Realms realms;
  @Inject private Authenticator authenticator;

  /**
   * The realm is the domain that was called, or the caller's own if that is none of ours or belongs
   * to everybody.
   *
   * @throws RefusedException with a challenge, or because there were too many failures
   */
  public ExtensionCredential of(SipServletRequest request) {
    SipDomain called = realms.of(request.getRequestURI());
    SipDomain domain =
        called instanceof SipDomain.Foreign || called instanceof SipDomain.OfEverybody
            ? realms.of(request.getFrom().getURI())
            : called;
    if (authenticate(request, domain) instanceof AuthOutcome.Authenticated phone) {
      return phone.credential();
    }
    // a trunk is no phone
    throw new RefusedException(Refusal.of(SipServletResponse.SC_FORBIDDEN));
  }

  /** Who the sender is in this realm; a challenge, or the need to wait, is thrown. */
  AuthOutcome authenticate(SipServletRequest request, SipDomain realm) {
    AuthOutcome outcome =
        authenticator.authenticate(
            request.getMethod(),
            realm,
            request.getInitialRemoteAddr(),
            Challenges.PROXY.credentials(request));
    if (outcome instanceof AuthOutcome.Challenged challenged) {
      throw new RefusedException(Challenges.PROXY.ask(request, challenged));
    }
    if (outcome instanceof AuthOutcome.Throttled throttled) {
      throw new RefusedException(Challenges.wait(throttled));
    }
    return outcome;
  }
}
