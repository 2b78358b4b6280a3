package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.sip.ServletParseException;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.OutboundLeg;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.call.control.SignalingException;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.method.MethodHandlers;
import org.tandemvoice.sip.method.RequestRules;
import org.tandemvoice.sip.uri.FlowUri;
import org.tandemvoice.sip.uri.SipUriText;

/** Makes the INVITEs of an outbound leg. */
@ApplicationScoped
public class InviteFactory {

  /** RFC 3323 section 4.1.1.3. */
  private static final String ANONYMOUS = "sip:anonymous@anonymous.invalid";

  @Inject private SipServices container;
  @Inject private SipDomains domains;
  @Inject private MethodHandlers methods;
  @Inject private Legs legs;
  @Inject private SessionTimers timers;
  @Inject private InsideCalls inside;

  /**
   * @throws SignalingException if an address of the leg is no URI
   */
  SipServletRequest invite(SipApplicationSession application, OutboundLeg leg, LegTarget target) {
    SipFactory factory = container.factory();
    String domain = domains.registrarOf(leg.customerId());
    try {
      SipServletRequest invite =
          factory.createRequest(
              application,
              "INVITE",
              party(factory, shown(leg.source()), from(leg.source(), target, domain)),
              party(factory, leg.destination().name(), uri(leg.destination(), domain)));
      String uri = target.inside() ? near(target.uri()) : target.uri();
      invite.setRequestURI(factory.createURI(uri));
      route(invite, target);
      int hops = legs.hopsOf(leg.lane());
      invite.setMaxForwards(target.inside() ? Math.min(hops, InsideCalls.MOST_HOPS) : hops);
      invite.setHeader("Allow", methods.allow());
      invite.addHeader("Supported", RequestRules.RELIABLE);
      invite.addHeader("Supported", RequestRules.REPLACES);
      timers.offer(invite);
      carry(invite, target.terms());
      if (leg.source().withheld()) {
        // RFC 3325 section 9.3
        invite.setHeader("Privacy", "id");
      }
      invite.setContent(offer(leg, target).getBytes(StandardCharsets.UTF_8), "application/sdp");
      if (target.inside()) {
        inside.expect(invite, leg);
      }
      return invite;
    } catch (ServletParseException | UnsupportedEncodingException | IllegalArgumentException bad) {
      throw new SignalingException(
          ReleaseCause.UNREACHABLE, "cannot make an INVITE to " + target.uri() + ": " + bad);
    }
  }

  /** The same user at this server's own address, which no name server need know. */
  private String near(String uri) {
    return uri.substring(0, uri.indexOf('@') + 1)
        + FlowUri.of(container.here()).substring("sip:".length());
  }

  private static String offer(OutboundLeg leg, LegTarget target) {
    List<String> codecs = target.terms().codecs();
    return codecs.isEmpty() ? leg.sdp() : OfferedCodecs.only(codecs, leg.sdp());
  }

  /** What a provider wants to see; whom we trust may know who calls (RFC 3325 section 9.1). */
  private static void carry(SipServletRequest invite, RouteTerms terms) {
    terms.headers().forEach(invite::setHeader);
    if (!terms.assertedNumber().isEmpty()) {
      invite.setHeader("P-Asserted-Identity", "<tel:" + terms.assertedNumber() + ">");
    }
  }

  /** Routes by the Path of the registration (RFC 3327 section 5.4), else over its flow. */
  public void route(SipServletRequest invite, LegTarget target) throws ServletParseException {
    List<String> path = target.path();
    for (int i = path.size() - 1; i >= 0; i--) {
      invite.pushRoute(container.factory().createAddress(path.get(i)));
    }
    if (!target.flow().isEmpty()) {
      container.sendOver(invite, FlowUri.parse(target.flow()));
    }
  }

  private static String shown(Address source) {
    return source.withheld() ? "Anonymous" : source.name();
  }

  private static javax.servlet.sip.Address party(SipFactory factory, String given, String uri)
      throws ServletParseException {
    javax.servlet.sip.Address party = factory.createAddress(factory.createURI(uri));
    String name = given.replaceAll("[\"\\\\\\p{Cntrl}]", "");
    if (!name.isBlank()) {
      party.setDisplayName(name);
    }
    return party;
  }

  /** Whoever withholds it is not told of in From, whatever the way (RFC 3323 section 4.1). */
  private static String from(Address source, LegTarget target, String domain) {
    if (source.withheld()) {
      return ANONYMOUS;
    }
    String given = target.terms().from();
    return given.isEmpty() ? uri(source, domain) : given;
  }

  /** A party by its own URI if it has one, else as a user of the customer's domain. */
  private static String uri(Address address, String domain) {
    String target = address.target().isBlank() ? address.targetName() : address.target();
    if (target.isBlank()) {
      return ANONYMOUS;
    }
    String uri = target.matches("sips?:.*") ? target : "sip:" + target;
    return target.indexOf('@') >= 0 && SipUriText.parse(uri).isPresent()
        ? uri
        : "sip:" + SipUriText.encodeUser(target) + "@" + domain;
  }
}
