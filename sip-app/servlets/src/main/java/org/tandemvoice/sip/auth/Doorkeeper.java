package org.tandemvoice.sip.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.sip.container.SipAnswer;
import org.tandemvoice.sip.container.SipArrival;
import org.tandemvoice.sip.container.SipChallenger;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Challenges phones that bring no credentials, before anything is kept of their request. What is
 * not certain to end in a challenge (trunks, carriers, direct addresses, extensions that must be
 * known) is let in and judged by the servlet.
 */
@ApplicationScoped
public class Doorkeeper implements SipChallenger {

  /** The user part of a contact that is registered at another system; no phone calls it. */
  private static final String OTHER_SYSTEM = "pbx.";

  private Realms realms;
  private Authenticator authenticator;

  protected Doorkeeper() {}

  /** Judges domains and issues nonces as the servlet does. */
  @Inject
  public Doorkeeper(Realms realms, Authenticator authenticator) {
    this.realms = realms;
    this.authenticator = authenticator;
  }

  @Override
  public Optional<SipAnswer> challenge(SipArrival arrival) {
    return switch (arrival.method()) {
      case "REGISTER" -> register(arrival);
      case "INVITE" -> invite(arrival);
      default -> Optional.empty();
    };
  }

  private Optional<SipAnswer> register(SipArrival register) {
    return domain(register)
        .filter(domain -> !(domain instanceof SipDomain.OfTrunk))
        .flatMap(domain -> ask(Challenges.REGISTRAR, register, domain));
  }

  private Optional<SipAnswer> invite(SipArrival invite) {
    boolean isForPhones =
        SipUriText.parse(invite.requestUri())
            .map(SipUriText::user)
            .filter(user -> !user.isBlank() && !user.startsWith(OTHER_SYSTEM))
            .isPresent();
    return domain(invite)
        .filter(domain -> isForPhones && domain instanceof SipDomain.OfCustomer)
        .flatMap(domain -> ask(Challenges.PROXY, invite, domain));
  }

  private Optional<SipDomain> domain(SipArrival arrival) {
    return SipUriText.parse(arrival.requestUri()).map(uri -> realms.of(uri.host()));
  }

  private Optional<SipAnswer> ask(Challenges kind, SipArrival arrival, SipDomain domain) {
    if (arrival.header("Require").isPresent()
        || arrival.header(kind.credentialsHeader()).isPresent()) {
      return Optional.empty();
    }
    String phone = arrival.header("User-Agent").orElse("");
    return Optional.of(kind.ask(phone, authenticator.challenge(domain)).answer());
  }
}
