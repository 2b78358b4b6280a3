package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.tandemvoice.call.control.ReferralProgress;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.status.ReleaseStatus;

/**
 * The subscription that a REFER makes by itself: its sender is told how far the transfer has come,
 * by the status line of a response (RFC 3515 sections 2.4.4 and 2.4.5).
 */
final class Referral {

  private static final String ACTIVE = "active;expires=180";
  private static final String OVER = "terminated;reason=noresource";

  private final SipSession dialog;
  private final String event;
  private boolean over;

  Referral(SipServletRequest refer) {
    dialog = refer.getSession();
    // section 2.4.6: by its number it differs from other REFERs of this dialog
    event = "refer;id=" + refer.getHeader("CSeq").split(" ")[0];
  }

  /** Section 2.4.4: the first one follows the acceptance at once. */
  void begin() throws IOException {
    tell(SipServletResponse.SC_TRYING, ACTIVE);
  }

  void tell(ReferralProgress progress) throws IOException {
    switch (progress.stage()) {
      case RINGING -> tell(SipServletResponse.SC_RINGING, ACTIVE);
      case SUCCEEDED -> tell(SipServletResponse.SC_OK, OVER);
      case FAILED ->
          tell(ReleaseStatus.of(progress.cause().orElse(ReleaseCause.INTERNAL)).status(), OVER);
    }
  }

  private void tell(int status, String state) throws IOException {
    if (over || !dialog.isValid()) {
      return;
    }
    over = state.equals(OVER);
    SipServletRequest notify = dialog.createRequest("NOTIFY");
    notify.setHeader("Event", event);
    notify.setHeader("Subscription-State", state);
    String line = "SIP/2.0 " + status + " " + reason(status) + "\r\n";
    notify.setContent(line.getBytes(StandardCharsets.UTF_8), "message/sipfrag;version=2.0");
    notify.send();
  }

  private static String reason(int status) {
    return switch (status) {
      case SipServletResponse.SC_TRYING -> "Trying";
      case SipServletResponse.SC_RINGING -> "Ringing";
      case SipServletResponse.SC_OK -> "OK";
      case SipServletResponse.SC_BUSY_HERE -> "Busy Here";
      case SipServletResponse.SC_DECLINE -> "Decline";
      case SipServletResponse.SC_NOT_FOUND -> "Not Found";
      case SipServletResponse.SC_TEMPORARILY_UNAVAILABLE -> "Temporarily Unavailable";
      case SipServletResponse.SC_REQUEST_TERMINATED -> "Request Terminated";
      case SipServletResponse.SC_SERVICE_UNAVAILABLE -> "Service Unavailable";
      default -> "Failed";
    };
  }
}
