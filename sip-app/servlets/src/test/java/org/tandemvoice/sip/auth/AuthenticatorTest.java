package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.ExtensionCredential;
import org.tandemvoice.extension.control.ExtensionCredentials;
import org.tandemvoice.sip.auth.AuthOutcome.Authenticated;
import org.tandemvoice.sip.auth.AuthOutcome.Challenged;
import org.tandemvoice.sip.auth.AuthOutcome.Throttled;
import org.tandemvoice.sip.auth.DigestCredentials.NonceUse;
import org.tandemvoice.sip.domain.SipDomain;
import org.tandemvoice.trunk.control.TrunkCredential;
import org.tandemvoice.trunk.control.TrunkCredentials;
import org.tandemvoice.trunk.entity.TrunkAuth;
import org.tandemvoice.trunk.entity.TrunkProfile;

class AuthenticatorTest {

  private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 1));
  private static final ExtensionCredential KNOWN =
      new ExtensionCredential(new UUID(0, 2), CUSTOMER, "1001", "Ann", "secret");
  private static final SipDomain HOME = new SipDomain.OfCustomer("home.example", CUSTOMER);
  private static final SipDomain SERVER = new SipDomain.OfServer("192.0.2.1");
  private static final SipDomain FOREIGN = new SipDomain.Foreign("elsewhere.example");

  private static final SipDomain OF_TRUNK = new SipDomain.OfTrunk("pbx.trunk.example", "pbx");
  private static final TrunkCredential TRUNK =
      new TrunkCredential(
          new UUID(0, 3),
          CUSTOMER,
          new TrunkProfile("", "", Set.of(TrunkAuth.BASIC), "box", "sealed", List.of(), 0),
          "trunk secret");

  private final MovableClock clock = new MovableClock();
  private final Authenticator authenticator =
      new Authenticator(new OneExtension(), new OneTrunk(), settings(), clock);

  private static final class OneExtension extends ExtensionCredentials {
    @Override
    public Optional<ExtensionCredential> find(CustomerId customer, String extension) {
      return Optional.of(KNOWN)
          .filter(known -> customer.equals(CUSTOMER) && extension.equals(known.extension()));
    }

    @Override
    public Optional<ExtensionCredential> findUnique(String extension) {
      return find(CUSTOMER, extension);
    }
  }

  private static final class OneTrunk extends TrunkCredentials {
    @Override
    public Optional<TrunkCredential> find(String domainName) {
      return Optional.of(TRUNK).filter(known -> domainName.equals("pbx"));
    }
  }

  private static AuthSettings settings() {
    AuthSettings settings = new AuthSettings();
    settings.algorithms = List.of("sha-256");
    settings.nonceSeconds = 120;
    settings.failuresPerAor = 3;
    settings.failuresPerSource = 5;
    settings.failureWindowSeconds = 60;
    return settings;
  }

  private AuthOutcome ask(SipDomain domain, String source, String... headers) {
    return authenticator.authenticate("REGISTER", domain, source, List.of(headers));
  }

  private String nonce(SipDomain domain) {
    return ((Challenged) ask(domain, "source")).nonce();
  }

  private static String header(
      SipDomain domain, String user, String password, String nonce, int count) {
    NonceUse use = new NonceUse("%08x".formatted(count), "cnonce");
    DigestCredentials unsigned =
        new DigestCredentials(
            user, domain.host(), nonce, "sip:x", "", DigestAlgorithm.SHA_256, use);
    return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"sip:x\", response=\"%s\","
            .formatted(user, domain.host(), nonce, Digest.response(unsigned, "REGISTER", password))
        + " algorithm=SHA-256, cnonce=\"cnonce\", qop=auth, nc="
        + use.count();
  }

  @Test
  void challengesWhoeverHasNoCredentials() {
    assertThat(ask(HOME, "source"))
        .isInstanceOfSatisfying(
            Challenged.class,
            challenged -> {
              assertThat(challenged.realm()).isEqualTo("home.example");
              assertThat(challenged.stale()).isFalse();
            });
  }

  @Test
  void rightPasswordIsAuthenticated() {
    String header = header(HOME, "1001", "secret", nonce(HOME), 1);

    assertThat(ask(HOME, "source", header)).isEqualTo(new Authenticated(KNOWN));
  }

  @Test
  void phoneMayNameTheServerInsteadOfItsCustomer() {
    String header = header(SERVER, "1001", "secret", nonce(SERVER), 1);

    assertThat(ask(SERVER, "source", header)).isEqualTo(new Authenticated(KNOWN));
  }

  @Test
  void unknownUserUnknownDomainAndWrongPasswordLookTheSame() {
    List<AuthOutcome> outcomes =
        List.of(
            ask(HOME, "source", header(HOME, "1001", "wrong", nonce(HOME), 1)),
            ask(HOME, "source", header(HOME, "nobody", "secret", nonce(HOME), 1)),
            ask(FOREIGN, "source", header(FOREIGN, "1001", "secret", nonce(FOREIGN), 1)));

    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(outcome)
                    .isInstanceOfSatisfying(
                        Challenged.class, one -> assertThat(one.stale()).isFalse()));
  }

  @Test
  void replayIsChallengedAsStale() {
    String header = header(HOME, "1001", "secret", nonce(HOME), 1);
    ask(HOME, "source", header);

    assertThat(ask(HOME, "source", header))
        .isInstanceOfSatisfying(Challenged.class, one -> assertThat(one.stale()).isTrue());
  }

  @Test
  void oldNonceIsStaleOnlyForTheRightPassword() {
    String nonce = nonce(HOME);
    clock.advance(Duration.ofMinutes(3));

    assertThat(((Challenged) ask(HOME, "s", header(HOME, "1001", "secret", nonce, 1))).stale())
        .isTrue();
    assertThat(((Challenged) ask(HOME, "s", header(HOME, "1001", "wrong", nonce, 1))).stale())
        .isFalse();
  }

  @Test
  void credentialsForAnotherRealmAreNone() {
    String header = header(SERVER, "1001", "secret", nonce(SERVER), 1);

    assertThat(ask(HOME, "source", header)).isInstanceOf(Challenged.class);
  }

  @Test
  void guessingIsSlowedDownForKnownAndUnknownUsersAlike() {
    for (String user : List.of("1001", "nobody")) {
      for (int i = 1; i <= 3; i++) {
        ask(HOME, user + i, header(HOME, user, "wrong", nonce(HOME), 1));
      }

      assertThat(ask(HOME, "new source", header(HOME, user, "secret", nonce(HOME), 1)))
          .isEqualTo(new Throttled(Duration.ofSeconds(60)));
    }
  }

  @Test
  void sourceIsSlowedDownWhateverUserItTries() {
    for (int i = 1; i <= 5; i++) {
      ask(HOME, "source", header(HOME, "user" + i, "wrong", nonce(HOME), 1));
    }

    assertThat(ask(HOME, "source", header(HOME, "1001", "secret", nonce(HOME), 1)))
        .isInstanceOf(Throttled.class);
    assertThat(ask(HOME, "source")).isInstanceOf(Challenged.class);
  }

  @Test
  void othersCannotLockOutAPhoneThatIsKnownAtItsSource() {
    ask(HOME, "phone", header(HOME, "1001", "secret", nonce(HOME), 1));
    for (int i = 1; i <= 3; i++) {
      ask(HOME, "attacker", header(HOME, "1001", "wrong", nonce(HOME), 1));
    }

    assertThat(ask(HOME, "attacker", header(HOME, "1001", "secret", nonce(HOME), 1)))
        .isInstanceOf(Throttled.class);
    assertThat(ask(HOME, "phone", header(HOME, "1001", "secret", nonce(HOME), 1)))
        .isInstanceOf(Authenticated.class);
  }

  @Test
  void knownSourceIsSlowedDownByItsOwnFailures() {
    ask(HOME, "phone", header(HOME, "1001", "secret", nonce(HOME), 1));
    for (int i = 1; i <= 3; i++) {
      ask(HOME, "phone", header(HOME, "1001", "wrong", nonce(HOME), 1));
    }

    assertThat(ask(HOME, "phone", header(HOME, "1001", "secret", nonce(HOME), 1)))
        .isInstanceOf(Throttled.class);
  }

  @Test
  void algorithmThatIsNotOfferedIsNotTaken() {
    String header = header(HOME, "1001", "secret", nonce(HOME), 1);

    assertThat(ask(HOME, "source", header.replace("SHA-256", "MD5")))
        .isInstanceOfSatisfying(
            Challenged.class,
            one -> assertThat(one.algorithms()).containsExactly(DigestAlgorithm.SHA_256));
  }

  @Test
  void trunkProvesItselfByItsOwnUserAndPassword() {
    String challenge = challenge(OF_TRUNK);

    assertThat(ask(OF_TRUNK, "source", proof(challenge, "box", "wrong")))
        .isInstanceOf(Challenged.class);
    assertThat(ask(OF_TRUNK, "source", proof(challenge, "other", "trunk secret")))
        .isInstanceOf(Challenged.class);
    assertThat(ask(OF_TRUNK, "source", proof(challenge, "box", "trunk secret")))
        .isEqualTo(new AuthOutcome.AuthenticatedTrunk(TRUNK));
  }

  /** What ChallengeAnswer makes, so that both sides of the digest are held against each other. */
  private static String proof(String challenge, String user, String password) {
    return ChallengeAnswer.to(
            List.of(challenge), "REGISTER", "sip:pbx.trunk.example", user, password)
        .orElseThrow();
  }

  private String challenge(SipDomain domain) {
    return "Digest realm=\""
        + domain.host()
        + "\", nonce=\""
        + nonce(domain)
        + "\", algorithm=SHA-256, qop=\"auth\"";
  }
}
