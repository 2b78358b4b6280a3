package org.tandemvoice.sip.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.extension.control.ExtensionCredentials;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.trunk.control.TrunkCredential;
import org.tandemvoice.trunk.control.TrunkCredentials;

/**
 * Authenticates phones and trunks by digest. An unknown user, an unknown domain and a wrong
 * password lead to the same answer after the same work. Wrong passwords are counted per
 * address-of-record and per source; whoever has too many is told to wait, which is asked before the
 * password is looked at. A source that has proved itself before does not have to wait for the
 * failures of others.
 */
@ApplicationScoped
public class Authenticator {

  private static final int REMEMBERED_NONCES = 100_000;
  private static final String DUMMY_SECRET = "e4b1b7ad-5b19-4a8e-8d2e-0d2f5c1f6f0a";

  private ExtensionCredentials credentials;
  private TrunkCredentials trunks;
  private List<DigestAlgorithm> algorithms;
  private Nonces nonces;
  private FailureThrottle perAor;
  private FailureThrottle perSource;
  private FailureThrottle perKnownSource;
  private final KnownSources knownSources = new KnownSources();

  protected Authenticator() {}

  @Inject
  public Authenticator(
      ExtensionCredentials credentials,
      TrunkCredentials trunks,
      AuthSettings settings,
      Clock clock) {
    this.credentials = credentials;
    this.trunks = trunks;
    this.algorithms = settings.algorithms();
    this.nonces = new Nonces(clock, settings.nonceLifetime(), REMEMBERED_NONCES);
    this.perAor = new FailureThrottle(clock, settings.failuresPerAor, settings.failureWindow());
    this.perSource =
        new FailureThrottle(clock, settings.failuresPerSource, settings.failureWindow());
    this.perKnownSource =
        new FailureThrottle(clock, settings.failuresPerAor, settings.failureWindow());
  }

  /**
   * Judges a request.
   *
   * @param domain which realm it has to prove itself in
   * @param sourceAddress where it came from
   * @param headerValues its Authorization or Proxy-Authorization values
   */
  public AuthOutcome authenticate(
      String method, SipDomain domain, String sourceAddress, List<String> headerValues) {
    Optional<DigestCredentials> given =
        headerValues.stream()
            .flatMap(value -> DigestCredentials.parse(value).stream())
            .filter(one -> one.realm().equalsIgnoreCase(domain.host()))
            .filter(one -> algorithms.contains(one.algorithm()))
            .findFirst();
    if (given.isEmpty()) {
      return challenge(domain);
    }
    String aor = given.get().username() + "@" + domain.host();
    Optional<AuthOutcome> throttled = wait(aor, sourceAddress).map(AuthOutcome.Throttled::new);
    return throttled.orElseGet(() -> verify(given.get(), method, domain, sourceAddress, aor));
  }

  private Optional<Duration> wait(String aor, String source) {
    return perSource
        .wait(source)
        .or(
            () ->
                knownSources.contains(aor, source)
                    ? perKnownSource.wait(aor + " " + source)
                    : perAor.wait(aor));
  }

  private AuthOutcome verify(
      DigestCredentials given, String method, SipDomain domain, String source, String aor) {
    Optional<Account> known = find(domain, given.username());
    String password = known.map(Account::password).orElse(DUMMY_SECRET);
    boolean matches = Digest.matches(given, method, password);
    if (known.isEmpty() || !matches) {
      perAor.failed(aor);
      perKnownSource.failed(aor + " " + source);
      perSource.failed(source);
      return challenge(domain);
    }
    return switch (nonces.use(given.nonce(), given.use().number())) {
      case STALE -> challenge(domain, true);
      case FRESH -> {
        perKnownSource.succeeded(aor + " " + source);
        knownSources.add(aor, source);
        yield known.get().outcome();
      }
    };
  }

  private Optional<Account> find(SipDomain domain, String username) {
    if (domain instanceof SipDomain.OfCustomer ours) {
      return credentials.find(ours.customer(), username).map(Account::of);
    }
    if (domain instanceof SipDomain.OfTrunk ofTrunk) {
      return trunks
          .find(ofTrunk.trunk())
          .filter(TrunkCredential::isDigest)
          .filter(trunk -> trunk.profile().username().equals(username))
          .map(Account::of);
    }
    return domain instanceof SipDomain.OfServer
        ? credentials.findUnique(username).map(Account::of)
        : Optional.empty();
  }

  /** Whoever has a password, and what it means to have proved it. */
  private record Account(String password, AuthOutcome outcome) {

    static Account of(ExtensionCredential extension) {
      return new Account(extension.password(), new AuthOutcome.Authenticated(extension));
    }

    static Account of(TrunkCredential trunk) {
      return new Account(trunk.password(), new AuthOutcome.AuthenticatedTrunk(trunk));
    }
  }

  /** What a request without credentials has to be asked for in this realm. */
  AuthOutcome.Challenged challenge(SipDomain domain) {
    return challenge(domain, false);
  }

  private AuthOutcome.Challenged challenge(SipDomain domain, boolean stale) {
    return new AuthOutcome.Challenged(domain.host(), nonces.issue(), stale, algorithms);
  }
}
