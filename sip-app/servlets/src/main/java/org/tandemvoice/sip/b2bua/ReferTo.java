package org.tandemvoice.sip.b2bua;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Where a REFER leads (RFC 3515 section 2.1).
 *
 * @param uri without headers
 * @param replaces the dialog the call to it shall take the place of (RFC 3891)
 */
record ReferTo(String uri, Optional<ReplacedDialog> replaces) {

  /**
   * @throws RefusedException 400 if there is not exactly one Refer-To (section 2.4.1) or it is
   *     malformed; 416 if it is of another scheme; 501 if it asks for another method than INVITE
   */
  static ReferTo of(SipServletRequest refer) {
    List<String> values = new ArrayList<>();
    for (Iterator<String> it = refer.getHeaders("Refer-To"); it.hasNext(); ) {
      values.add(it.next());
    }
    if (values.size() != 1) {
      throw refused(SipServletResponse.SC_BAD_REQUEST);
    }
    return parse(values.get(0));
  }

  static ReferTo parse(String value) {
    String uri = uri(value.strip());
    String scheme = uri.substring(0, Math.max(0, uri.indexOf(':'))).toLowerCase(Locale.ROOT);
    if (scheme.equals("tel")) {
      return new ReferTo(uri, Optional.empty());
    }
    if (!scheme.equals("sip") && !scheme.equals("sips")) {
      throw refused(
          scheme.isEmpty()
              ? SipServletResponse.SC_BAD_REQUEST
              : SipServletResponse.SC_UNSUPPORTED_URI_SCHEME);
    }
    SipUriText parsed =
        SipUriText.parse(uri).orElseThrow(() -> refused(SipServletResponse.SC_BAD_REQUEST));
    String method = parsed.parameter("method");
    if (!method.isEmpty() && !method.equalsIgnoreCase("INVITE")) {
      throw refused(SipServletResponse.SC_NOT_IMPLEMENTED);
    }
    int question = uri.indexOf('?');
    return new ReferTo(
        question < 0 ? uri : uri.substring(0, question),
        replaces(question < 0 ? "" : uri.substring(question + 1)));
  }

  /** Of a name-addr what is between the brackets, else all up to the parameters of the header. */
  private static String uri(String value) {
    int open = value.indexOf('<');
    int close = value.indexOf('>', open);
    if (open >= 0 && close > open) {
      return value.substring(open + 1, close).strip();
    }
    return value.split(";", 2)[0].strip();
  }

  private static Optional<ReplacedDialog> replaces(String headers) {
    for (String header : headers.split("&")) {
      int equals = header.indexOf('=');
      if (equals > 0 && header.substring(0, equals).equalsIgnoreCase("Replaces")) {
        return Optional.of(
            ReplacedDialog.parse(SipUriText.decode(header.substring(equals + 1)))
                .orElseThrow(() -> refused(SipServletResponse.SC_BAD_REQUEST)));
      }
    }
    return Optional.empty();
  }

  private static RefusedException refused(int status) {
    return new RefusedException(Refusal.of(status));
  }
}
