package org.tandemvoice.sip.registrar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.extension.control.Registrar;
import org.tandemvoice.extension.control.Registration;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.sip.auth.AuthOutcome;
import org.tandemvoice.sip.auth.Authenticator;
import org.tandemvoice.sip.auth.Challenges;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.method.MethodHandler;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.pbx.PbxRegistrar;
import org.tandemvoice.sip.status.FailureStatus;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Registers phones (RFC 3261 section 10.3).
 *
 * <p>A phone that cannot resolve its customer's domain may register as {@code <extension>@<address
 * of this server>}; that works as long as no other customer has an extension of the same value.
 */
@ApplicationScoped
public class RegisterHandler implements MethodHandler {

  /** RFC 3261 section 20.17: the form of RFC 1123, always GMT. */
  private static final DateTimeFormatter SIP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject private Realms realms;
  @Inject private Authenticator authenticator;
  @Inject private RegisterReader reader;
  @Inject private Registrar registrar;
  @Inject private PbxRegistrar outside;
  @Inject private Clock clock;

  @Override
  public String method() {
    return "REGISTER";
  }

  @Override
  public void handle(SipServletRequest request) throws IOException {
    try {
      ExtensionCredential owner = authenticate(request);
      Registration registration = reader.read(request, owner);
      accept(request, registration, registrar.register(registration));
    } catch (RefusedException refused) {
      refused.refusal().send(request);
    } catch (PlatformException failure) {
      refusal(failure).send(request);
    }
  }

  /** The answer of another system at which an agent registers. */
  @Override
  public void handle(SipServletResponse response) {
    outside.responded(response);
  }

  /** Steps 3 to 5: who it is, and whether the address-of-record is its own. */
  private ExtensionCredential authenticate(SipServletRequest request) {
    SipDomain domain = realms.of(request.getRequestURI());
    if (domain instanceof SipDomain.OfTrunk) {
      // a trunk is called at the addresses of its own system, it does not register
      throw new RefusedException(Refusal.of(SipServletResponse.SC_FORBIDDEN));
    }
    AuthOutcome outcome =
        authenticator.authenticate(
            method(),
            domain,
            request.getInitialRemoteAddr(),
            Challenges.REGISTRAR.credentials(request));
    if (outcome instanceof AuthOutcome.Challenged challenged) {
      throw new RefusedException(Challenges.REGISTRAR.ask(request, challenged));
    }
    if (outcome instanceof AuthOutcome.Throttled throttled) {
      throw new RefusedException(Challenges.wait(throttled));
    }
    ExtensionCredential owner = ((AuthOutcome.Authenticated) outcome).credential();
    SipUriText addressOfRecord =
        SipUriText.parse(request.getTo().getURI().toString())
            .orElseThrow(() -> new RefusedException(Refusal.of(SipServletResponse.SC_BAD_REQUEST)));
    if (!addressOfRecord.host().equals(domain.host())) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_NOT_FOUND));
    }
    if (!addressOfRecord.user().equals(owner.extension())) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_FORBIDDEN));
    }
    return owner;
  }

  /** Step 8: the 200 lists every contact that is registered now. */
  private void accept(
      SipServletRequest request, Registration registration, List<ContactBinding> current)
      throws IOException {
    SipServletResponse response = request.createResponse(SipServletResponse.SC_OK);
    Instant now = clock.instant();
    for (ContactBinding binding : current) {
      response.addHeader("Contact", contact(binding, now));
    }
    // RFC 3327 section 5.3
    registration.origin().path().forEach(path -> response.addHeader("Path", path));
    response.setHeader("Supported", RequestRules.PATH);
    response.setHeader("Date", SIP_DATE.format(now));
    response.send();
  }

  private static String contact(ContactBinding binding, Instant now) {
    Duration left = binding.remaining(now).plusMillis(500);
    String q = binding.qThousandths() == 1000 ? "" : ";q=0.%03d".formatted(binding.qThousandths());
    return "<" + binding.contact() + ">;expires=" + left.toSeconds() + q;
  }

  /** An update that is out of order is answered with 500 (RFC 3261 section 10.3 step 7). */
  private static Refusal refusal(PlatformException failure) {
    return failure.code() == ErrorCode.STATE_INVALID
        ? Refusal.of(SipServletResponse.SC_SERVER_INTERNAL_ERROR).because(failure.getMessage())
        : FailureStatus.of(failure);
  }
}
