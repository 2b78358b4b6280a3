package org.tandemvoice.sip.b2bua;

import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.SipServletResponse;

/**
 * What identifies a dialog to both of its sides (RFC 3261 section 12). It is read from the 2xx that
 * made it: the parties of the session carry no tags.
 *
 * @param callerTag of whoever sent the INVITE
 * @param calledTag of whoever answered it
 */
record DialogNames(String callId, String callerTag, String calledTag) {

  static DialogNames of(SipServletResponse ok) {
    return new DialogNames(ok.getCallId(), tag(ok.getFrom()), tag(ok.getTo()));
  }

  private static String tag(Address party) {
    return Optional.ofNullable(party.getParameter("tag")).orElse("");
  }

  boolean has(String caller, String called) {
    return callerTag.equals(caller) && calledTag.equals(called);
  }
}
