package org.tandemvoice.sip.b2bua;

import java.util.Iterator;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.URI;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Who another system says is calling, kept as received (inventory section 7). A trunk or a carrier
 * is trusted: its P-Asserted-Identity counts before From (RFC 3325 section 5). Who withholds his
 * number (RFC 3323) is anonymous.
 */
final class CallerNumber {

  private static final String NUMBER = "\\+?\\d{2,15}";

  private CallerNumber() {}

  /** From a system that is trusted. */
  static org.tandemvoice.address.entity.Address asserted(SipServletRequest invite) {
    return of(invite, identity(invite));
  }

  /** From anybody. */
  static org.tandemvoice.address.entity.Address claimed(SipServletRequest invite) {
    return of(invite, invite.getFrom());
  }

  private static org.tandemvoice.address.entity.Address of(
      SipServletRequest invite, Address caller) {
    if (isWithheld(invite)) {
      return new org.tandemvoice.address.entity.Address(
          "tel", "anonymous", "", "Anonymous", "", true);
    }
    String name = caller.getDisplayName() == null ? "" : caller.getDisplayName();
    String user = user(caller.getURI());
    return user.matches(NUMBER)
        ? new org.tandemvoice.address.entity.Address("tel", user, "", name, "")
        : new org.tandemvoice.address.entity.Address("sip", target(caller.getURI()), "", name, "");
  }

  /** Whether the caller asks that nobody be told who it is. */
  static boolean isWithheld(SipServletRequest invite) {
    String privacy = invite.getHeader("Privacy");
    boolean asked = privacy != null && privacy.matches("(?i).*\\b(id|user|header)\\b.*");
    return asked || user(invite.getFrom().getURI()).equalsIgnoreCase("anonymous");
  }

  private static Address identity(SipServletRequest invite) {
    try {
      Iterator<Address> asserted = invite.getAddressHeaders("P-Asserted-Identity");
      return asserted.hasNext() ? asserted.next() : invite.getFrom();
    } catch (ServletParseException unreadable) {
      return invite.getFrom();
    }
  }

  private static String user(URI uri) {
    return uri instanceof TelURL tel
        ? (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber().replaceFirst("^\\+", "")
        : SipUriText.parse(uri.toString()).map(SipUriText::user).orElse("");
  }

  private static String target(URI uri) {
    return SipUriText.parse(uri.toString())
        .map(sip -> sip.user() + "@" + sip.host())
        .orElse(uri.toString());
  }
}
