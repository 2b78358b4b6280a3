package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.tandemvoice.call.control.LegOrigin;
import org.tandemvoice.conference.control.ConferenceRooms;
import org.tandemvoice.direct.control.DirectHashes;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.sip.auth.AuthOutcome;
import org.tandemvoice.sip.auth.Challenges;
import org.tandemvoice.sip.auth.FailureThrottle;
import org.tandemvoice.sip.domain.Realms;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;
import org.tandemvoice.sip.uri.SipUriText;

/**
 * Lets callers in whom nobody knows, if they call {@code sip:direct.<hash>@sip.<base>} (seed 002)
 * or {@code sip:<id>@conference.<base>} (contract section 14) and nothing else. There are limits to
 * how many at once, and to guessing.
 */
@ApplicationScoped
public class DirectEntrance {

  private static final String MARK = "direct.";
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private SipDomains domains;
  private Realms realms;
  private DirectHashes hashes;
  private ConferenceRooms rooms;
  private DirectSettings settings;
  private Legs legs;
  private FailureThrottle guesses;

  protected DirectEntrance() {}

  @Inject
  public DirectEntrance(
      SipDomains domains,
      Realms realms,
      DirectHashes hashes,
      ConferenceRooms rooms,
      DirectSettings settings,
      Legs legs,
      Clock clock) {
    this.domains = domains;
    this.realms = realms;
    this.hashes = hashes;
    this.rooms = rooms;
    this.settings = settings;
    this.legs = legs;
    this.guesses = new FailureThrottle(clock, settings.failuresPerSource, WINDOW);
  }

  /**
   * @return empty if the INVITE is to no direct address
   * @throws RefusedException if it is to one that does not exist, or beyond a limit
   */
  Optional<Entrant> admit(SipServletRequest invite) {
    if (!(invite.getRequestURI() instanceof SipURI called)) {
      return Optional.empty();
    }
    String user = SipUriText.parse(called.toString()).map(SipUriText::user).orElse("");
    if (domains.isOfConferences(called.getHost())) {
      return Optional.of(admit(invite, () -> rooms.find(user)).reaching("conference:" + user));
    }
    return isHere(called) && user.startsWith(MARK)
        ? Optional.of(admit(invite, () -> hashes.find(user.substring(MARK.length()))))
        : Optional.empty();
  }

  private boolean isHere(SipURI called) {
    return domains.isPublic(called.getHost()) || realms.of(called) instanceof SipDomain.OfServer;
  }

  private Entrant admit(SipServletRequest invite, Supplier<Optional<DirectResource>> resource) {
    String source = Optional.ofNullable(invite.getInitialRemoteAddr()).orElse("");
    guesses.wait(source).ifPresent(DirectEntrance::refuse);
    Optional<DirectResource> found = resource.get();
    if (found.isEmpty()) {
      guesses.failed(source);
      throw new RefusedException(Refusal.of(SipServletResponse.SC_NOT_FOUND));
    }
    UUID reached = found.get().id();
    boolean isTooMuch =
        isBeyond(settings.calls, legs.guests(guest -> guest.resource().equals(reached)))
            || isBeyond(
                settings.callsPerSource, legs.guests(guest -> guest.source().equals(source)));
    if (isTooMuch) {
      throw new RefusedException(Refusal.of(SipServletResponse.SC_SERVICE_UNAVAILABLE));
    }
    return new Entrant(
        found.get().customer(),
        CallerNumber.claimed(invite),
        new LegOrigin.Outside(),
        Optional.of(new Guest(reached, source)),
        Optional.empty());
  }

  private static boolean isBeyond(int limit, long present) {
    return limit > 0 && present >= limit;
  }

  private static void refuse(Duration wait) {
    throw new RefusedException(Challenges.wait(new AuthOutcome.Throttled(wait)));
  }
}
