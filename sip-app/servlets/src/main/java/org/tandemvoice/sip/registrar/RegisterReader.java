package org.tandemvoice.sip.registrar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.Address;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.extension.control.Registration;
import org.tandemvoice.extension.entity.RegisterOrigin;
import org.tandemvoice.extension.entity.RegisteredContact;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/** Reads what a REGISTER asks for. */
@ApplicationScoped
public class RegisterReader {

  private static final int MAX_CALL_ID_LENGTH = 512;
  private static final int MAX_USER_AGENT_LENGTH = 255;

  @Inject private SipServices container;
  @Inject private ExpiresRules expiresRules;
  @Inject private Node node;

  /**
   * @throws RefusedException if it cannot be registered as asked
   */
  Registration read(SipServletRequest request, ExtensionCredential owner) {
    List<String> path = path(request);
    List<Address> contacts = addresses(request, "Contact");
    Optional<String> expires = Optional.ofNullable(request.getHeader("Expires"));
    boolean wildcard = contacts.stream().anyMatch(Address::isWildcard);
    if (wildcard && (contacts.size() > 1 || !expires.map(String::strip).equals(Optional.of("0")))) {
      // RFC 3261 section 10.3 step 6
      throw new RefusedException(
          badRequest("Contact * must be the only one and go with Expires 0"));
    }
    return new Registration(
        owner.customerId(),
        owner.extensionId(),
        wildcard,
        wildcard ? List.of() : registered(request, contacts, expires, !path.isEmpty()),
        origin(request, path));
  }

  private List<RegisteredContact> registered(
      SipServletRequest request,
      List<Address> contacts,
      Optional<String> expires,
      boolean viaProxy) {
    ContactRules rules = new ContactRules(expiresRules, container.flowOf(request), viaProxy);
    List<ContactValue> values =
        contacts.stream()
            .map(
                contact ->
                    new ContactValue(
                        contact.getURI().toString(),
                        Optional.ofNullable(contact.getParameter("expires")),
                        Optional.ofNullable(contact.getParameter("q"))))
            .toList();
    return rules.accept(values, expires);
  }

  private RegisterOrigin origin(SipServletRequest request, List<String> path) {
    String callId = request.getCallId();
    if (callId.length() > MAX_CALL_ID_LENGTH) {
      throw new RefusedException(badRequest("Call-ID is longer than 512 characters"));
    }
    String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    return new RegisterOrigin(
        callId,
        cseq(request),
        path,
        agent.substring(0, Math.min(agent.length(), MAX_USER_AGENT_LENGTH)),
        node.id());
  }

  private static long cseq(SipServletRequest request) {
    return Long.parseLong(request.getHeader("CSeq").strip().split("\\s+")[0]);
  }

  /**
   * Proxies between phone and registrar. The phone must have said that it knows what they do (RFC
   * 3327 section 5.3), else 420.
   */
  private static List<String> path(SipServletRequest request) {
    List<String> path =
        addresses(request, "Path").stream().map(address -> "<" + address.getURI() + ">").toList();
    boolean understood =
        RequestRules.lists(request, "Supported", RequestRules.PATH)
            || RequestRules.lists(request, "Require", RequestRules.PATH);
    if (!path.isEmpty() && !understood) {
      throw new RefusedException(
          Refusal.of(SipServletResponse.SC_BAD_EXTENSION).with("Unsupported", RequestRules.PATH));
    }
    return path;
  }

  private static List<Address> addresses(SipServletRequest request, String header) {
    try {
      List<Address> addresses = new ArrayList<>();
      for (Iterator<Address> it = request.getAddressHeaders(header); it.hasNext(); ) {
        addresses.add(it.next());
      }
      return addresses;
    } catch (ServletParseException malformed) {
      throw new RefusedException(badRequest("Malformed " + header));
    }
  }

  private static Refusal badRequest(String reason) {
    return Refusal.of(SipServletResponse.SC_BAD_REQUEST).because(reason);
  }
}
