package org.tandemvoice.sip.status;

import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** What a refusal of the platform is in SIP. */
public final class FailureStatus {

  private static final String RETRY_AFTER_SECONDS = "10";

  private FailureStatus() {}

  public static Refusal of(PlatformException failure) {
    return of(failure.code()).because(failure.getMessage());
  }

  private static Refusal of(ErrorCode code) {
    if (code == ErrorCode.MEDIA_NOT_ACCEPTABLE) {
      return Refusal.of(SipServletResponse.SC_NOT_ACCEPTABLE_HERE);
    }
    return switch (code.status()) {
      case INVALID_ARGUMENT -> Refusal.of(SipServletResponse.SC_BAD_REQUEST);
      // the phone itself is authenticated already: asking again would not help
      case UNAUTHENTICATED, PERMISSION_DENIED -> Refusal.of(SipServletResponse.SC_FORBIDDEN);
      case PAYMENT_REQUIRED -> Refusal.of(SipServletResponse.SC_PAYMENT_REQUIRED);
      case NOT_FOUND -> Refusal.of(SipServletResponse.SC_NOT_FOUND);
      case ALREADY_EXISTS, INTERNAL -> Refusal.of(SipServletResponse.SC_SERVER_INTERNAL_ERROR);
      case FAILED_PRECONDITION -> Refusal.of(SipServletResponse.SC_TEMPORARILY_UNAVAILABLE);
      case RESOURCE_EXHAUSTED, UNAVAILABLE ->
          Refusal.of(SipServletResponse.SC_SERVICE_UNAVAILABLE)
              .with("Retry-After", RETRY_AFTER_SECONDS);
    };
  }
}
