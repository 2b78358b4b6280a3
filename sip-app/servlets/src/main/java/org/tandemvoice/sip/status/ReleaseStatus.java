package org.tandemvoice.sip.status;

import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.ReleaseCause;

/** Causes of release and SIP statuses, both ways. */
public final class ReleaseStatus {

  private static final String RETRY_AFTER_SECONDS = "10";

  private ReleaseStatus() {}

  /** What a caller is told that cannot be connected. */
  public static Refusal of(ReleaseCause cause) {
    return switch (cause) {
      case BUSY -> Refusal.of(SipServletResponse.SC_BUSY_HERE);
      case NORMAL, NO_ANSWER, DIAL_TIMEOUT, MAX_DURATION, MEDIA_SILENT, MACHINE, UNREACHABLE ->
          Refusal.of(SipServletResponse.SC_TEMPORARILY_UNAVAILABLE);
      case NO_CREDIT -> Refusal.of(SipServletResponse.SC_PAYMENT_REQUIRED);
      case DECLINED -> Refusal.of(SipServletResponse.SC_DECLINE);
      case CANCELED -> Refusal.of(SipServletResponse.SC_REQUEST_TERMINATED);
      case NOT_FOUND -> Refusal.of(SipServletResponse.SC_NOT_FOUND);
      case FORBIDDEN -> Refusal.of(SipServletResponse.SC_FORBIDDEN);
      case NOT_ACCEPTABLE -> Refusal.of(SipServletResponse.SC_NOT_ACCEPTABLE_HERE);
      case UNAVAILABLE ->
          Refusal.of(SipServletResponse.SC_SERVICE_UNAVAILABLE)
              .with("Retry-After", RETRY_AFTER_SECONDS);
      case INTERNAL -> Refusal.of(SipServletResponse.SC_SERVER_INTERNAL_ERROR);
    };
  }

  /**
   * Why a called party did not answer.
   *
   * @param status a final response from 300 to 699; 408 also stands for no response at all
   * @param rang whether it had rung before
   */
  public static ReleaseCause of(int status, boolean rang) {
    return switch (status) {
      case SipServletResponse.SC_BUSY_HERE, SipServletResponse.SC_BUSY_EVERYWHERE ->
          ReleaseCause.BUSY;
      case SipServletResponse.SC_DECLINE -> ReleaseCause.DECLINED;
      case SipServletResponse.SC_TEMPORARILY_UNAVAILABLE -> ReleaseCause.NO_ANSWER;
      case SipServletResponse.SC_REQUEST_TIMEOUT ->
          rang ? ReleaseCause.NO_ANSWER : ReleaseCause.UNREACHABLE;
      case SipServletResponse.SC_REQUEST_TERMINATED -> ReleaseCause.CANCELED;
      case SipServletResponse.SC_NOT_FOUND,
          SipServletResponse.SC_GONE,
          SipServletResponse.SC_ADDRESS_INCOMPLETE,
          SipServletResponse.SC_AMBIGUOUS,
          SipServletResponse.SC_DOES_NOT_EXIST_ANYWHERE ->
          ReleaseCause.NOT_FOUND;
      case SipServletResponse.SC_UNAUTHORIZED,
          SipServletResponse.SC_PAYMENT_REQUIRED,
          SipServletResponse.SC_FORBIDDEN,
          SipServletResponse.SC_PROXY_AUTHENTICATION_REQUIRED ->
          ReleaseCause.FORBIDDEN;
      case SipServletResponse.SC_NOT_ACCEPTABLE,
          SipServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          SipServletResponse.SC_NOT_ACCEPTABLE_HERE,
          SipServletResponse.SC_NOT_ACCEPTABLE_ANYWHERE ->
          ReleaseCause.NOT_ACCEPTABLE;
      default -> ReleaseCause.UNREACHABLE;
    };
  }
}
