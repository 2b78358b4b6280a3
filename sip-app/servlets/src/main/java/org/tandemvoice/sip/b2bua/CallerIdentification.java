package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.carrier.control.CarrierSources;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.route.control.PublicDestinations;
import org.tandemvoice.sip.auth.AuthOutcome;
import org.tandemvoice.sip.auth.Challenges;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.trunk.control.TrunkCredential;
import org.tandemvoice.trunk.control.TrunkCredentials;

/**
 * Finds out who sends an INVITE (contract section 14): a phone proves itself by digest, a trunk by
 * digest or by where it sends from, a carrier by where it sends from. Numbers and direct addresses
 * at the public domains may be called by anybody.
 */
@ApplicationScoped
public class CallerIdentification {

  @Inject private Realms realms;
  @Inject private PhoneProof proof;
  @Inject private TrunkCredentials trunks;
  @Inject private CarrierSources carriers;
  @Inject private PublicDestinations publicDestinations;

  /**
   * @param dialled the user part of the Request-URI, decoded
   * @throws RefusedException with a challenge, or with the refusal of whoever may not call
   */
  Entrant of(SipServletRequest invite, String dialled) {
    SipDomain called = realms.of(invite.getRequestURI());
    if (called instanceof SipDomain.OfTrunk ofTrunk) {
      return trunk(invite, ofTrunk);
    }
    boolean provesItself = !Challenges.PROXY.credentials(invite).isEmpty();
    boolean isCarrier = !provesItself && isAtDoor(called) && isFromCarrier(invite);
    Optional<Entrant> outside =
        isCarrier || called instanceof SipDomain.OfEverybody
            ? fromOutside(invite, dialled, isCarrier)
            : Optional.empty();
    if (outside.isEmpty() && isCarrier) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_NOT_FOUND));
    }
    return outside.orElseGet(() -> phone(proof.of(invite), CallerNumber.isWithheld(invite)));
  }

  private static boolean isAtDoor(SipDomain called) {
    return called instanceof SipDomain.OfServer || called instanceof SipDomain.OfEverybody;
  }

  private boolean isFromCarrier(SipServletRequest invite) {
    return carriers.isCarrier(source(invite));
  }

  /** Empty for what this server sends to itself. */
  private static String source(SipServletRequest invite) {
    return Optional.ofNullable(invite.getInitialRemoteAddr()).orElse("");
  }

  private Optional<Entrant> fromOutside(
      SipServletRequest invite, String dialled, boolean isTrusted) {
    Address caller = isTrusted ? CallerNumber.asserted(invite) : CallerNumber.claimed(invite);
    return publicDestinations
        .ownerOf(dialled)
        .map(owner -> Entrant.outside(owner, caller, source(invite)));
  }

  private Entrant trunk(SipServletRequest invite, SipDomain.OfTrunk domain) {
    Optional<TrunkCredential> known = trunks.find(domain.trunk());
    if (known.filter(trunk -> trunk.admits(source(invite))).isPresent()) {
      return trunk(invite, known.get());
    }
    if (known.isPresent() && !known.get().isDigest()) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_FORBIDDEN));
    }
    // an unknown trunk is challenged like any other
    return trunk(
        invite, ((AuthOutcome.AuthenticatedTrunk) proof.authenticate(invite, domain)).credential());
  }

  private static Entrant trunk(SipServletRequest invite, TrunkCredential trunk) {
    return Entrant.of(
        trunk.customerId(), CallerNumber.asserted(invite), new LegOrigin.Trunk(trunk.id()));
  }

  private static Entrant phone(ExtensionCredential phone, boolean withheld) {
    Address source =
        new Address("extension", phone.extension(), phone.extension(), phone.name(), "", withheld);
    return Entrant.of(phone.customerId(), source, new LegOrigin.Phone());
  }
}
