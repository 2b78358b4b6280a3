package org.tandemvoice.sip.registrar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.extension.entity.RegisteredContact;
import org.tandemvoice.sip.container.SipFlow;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.FlowUri;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Turns the Contact values of a REGISTER into what is to be registered, and decides by which way
 * each contact can be reached.
 */
final class ContactRules {

  private static final int MAX_URI_LENGTH = 2000;
  private static final int HIGHEST_Q = 1000;

  private final ExpiresRules expiresRules;
  private final SipFlow source;
  private final boolean viaProxy;

  /**
   * @param source where the REGISTER came from
   * @param viaProxy the request has a Path: contacts are reached by that (RFC 3327)
   */
  ContactRules(ExpiresRules expiresRules, SipFlow source, boolean viaProxy) {
    this.expiresRules = expiresRules;
    this.source = source;
    this.viaProxy = viaProxy;
  }

  /**
   * @param expires the Expires header
   * @throws RefusedException 400 for a contact nobody can call, 423 for a time that is too short
   */
  List<RegisteredContact> accept(List<ContactValue> values, Optional<String> expires) {
    Map<String, RegisteredContact> accepted = new LinkedHashMap<>();
    for (ContactValue value : values) {
      RegisteredContact contact = accept(value, expires, values.size() == 1);
      accepted.put(contact.key(), contact);
    }
    return List.copyOf(accepted.values());
  }

  private RegisteredContact accept(ContactValue value, Optional<String> expires, boolean only) {
    Optional<SipUriText> uri = SipUriText.parse(value.uri());
    if (uri.isEmpty() || value.uri().length() > MAX_URI_LENGTH) {
      throw new RefusedException(
          Refusal.of(SipServletResponse.SC_BAD_REQUEST)
              .because("A Contact must be a SIP URI of at most 2000 characters"));
    }
    return new RegisteredContact(
        value.uri(),
        uri.get().key(),
        value.q().map(ContactRules::thousandths).orElse(HIGHEST_Q),
        expiresRules.grant(value.expires(), expires),
        flow(uri.get(), only));
  }

  /** Section 20.10: 0 to 1 with up to three digits; anything else counts as not given. */
  private static int thousandths(String q) {
    return q.strip().matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")
        ? (int) Math.round(Double.parseDouble(q.strip()) * HIGHEST_Q)
        : HIGHEST_Q;
  }

  private String flow(SipUriText contact, boolean only) {
    return !viaProxy && isReachedBySource(contact, only) ? FlowUri.of(source) : "";
  }

  /**
   * Whether only the source of the request leads to the contact: behind a NAT, and over a
   * connection, which we must not open ourselves (RFC 5626). A contact at the source's own address
   * is believed, whatever port it names; over a connection only if the sender speaks for several.
   */
  private boolean isReachedBySource(SipUriText contact, boolean only) {
    boolean sameHost = contact.host().equals(source.address());
    return !sameHost || (source.isConnection() && only);
  }
}
