package org.tandemvoice.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.DigestChallenge;
import org.tandemvoice.peer.sip.NameAddress;
import org.tandemvoice.peer.sip.Registration;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

@PlatformTest
class RegistrarIT {

  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final Office office = Office.open();

  @ParameterizedTest
  @CsvSource({"UDP,MD5", "UDP,SHA-256", "TCP,MD5", "TCP,SHA-256", "WS,MD5", "WS,SHA-256"})
  void registersRefreshesAndUnregisters(String transport, String algorithm) {
    SoftPhone phone = office.phone(office.extension(), transport);
    phone.digest().only(algorithm);

    List<NameAddress> bindings = phone.registration().expectOk(HOUR);

    assertThat(bindings).hasSize(1);
    assertThat(bindings.get(0).sipUri().user()).isEqualTo(phone.account().user());
    assertThat(expires(bindings.get(0))).isBetween(3590, 3600);
    assertThat(expires(phone.registration().expectOk(Duration.ofMinutes(10)).get(0)))
        .isBetween(590, 600);
    assertThat(phone.registration().query()).hasSize(1);
    assertThat(phone.registration().expectOk(Duration.ZERO)).isEmpty();
    assertThat(phone.registration().query()).isEmpty();
  }

  @Test
  void challengesWithBothAlgorithmsInTheRealmOfTheCustomer() {
    SoftPhone phone = office.phone();

    SipResponse answer = phone.exchange(phone.registration().request(HOUR));

    assertThat(answer.status()).isEqualTo(401);
    List<DigestChallenge> challenges = DigestChallenge.of(answer);
    assertThat(challenges).extracting(DigestChallenge::algorithm).contains("MD5", "SHA-256");
    assertThat(challenges)
        .allSatisfy(
            challenge -> {
              assertThat(challenge.realm()).isEqualTo(phone.account().domain());
              assertThat(challenge.offersAuth()).isTrue();
              assertThat(challenge.nonce()).isNotEmpty();
            });
  }

  /** RFC 3261 section 8.2.7: what comes again is judged again, and its To tag is the same. */
  @Test
  void keepsNothingOfARequestThatIsOnlyChallenged() {
    SoftPhone phone = office.phone();
    SipRequest request = phone.registration().request(HOUR);

    SipResponse first = phone.exchange(request);
    SipResponse again =
        phone
            .endpoint()
            .sendAsIs(request, office.platform().sip(), response -> {})
            .awaitFinal(Duration.ofSeconds(8));

    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("To")).isEqualTo(first.header("To")).contains(";tag=");
    assertThat(DigestChallenge.of(again).get(0).nonce())
        .isNotEqualTo(DigestChallenge.of(first).get(0).nonce());
  }

  @Test
  void refusesANonceCountThatWasUsed() {
    SoftPhone phone = office.registered();
    DigestChallenge challenge = phone.registration().challenge();

    SipRequest replay = phone.registration().request(HOUR);
    replay.header("Authorization", phone.digest().answer(challenge, "REGISTER", replay.uri(), 1));

    assertThat(phone.exchange(replay).status()).isEqualTo(401);
  }

  @Test
  void takesANonceCountThatGrows() {
    SoftPhone phone = office.registered();
    DigestChallenge challenge = phone.registration().challenge();

    SipRequest later = phone.registration().request(HOUR);
    later.header("Authorization", phone.digest().answer(challenge, "REGISTER", later.uri(), 9));

    assertThat(phone.exchange(later).status()).isEqualTo(200);
  }

  @Test
  void keepsTheThreeNewestContacts() {
    Account account = office.extension();
    SoftPhone[] phones = new SoftPhone[4];
    for (int i = 0; i < phones.length; i++) {
      phones[i] = office.phone(account).register();
    }

    assertThat(phones[0].registration().query())
        .extracting(NameAddress::uri)
        .containsExactlyInAnyOrder(
            phones[1].contactUri(), phones[2].contactUri(), phones[3].contactUri());
  }

  @Test
  void registersSeveralContactsAtOnceAndRemovesOneOfThem() {
    SoftPhone phone = office.phone();
    String other = "sip:" + phone.account().user() + "@127.0.0.1:9";
    SipRequest both = phone.registration().request(HOUR);
    both.headers().add("Contact", "<" + other + ">;expires=120");

    assertThat(Registration.bindings(phone.registration().send(both)))
        .anySatisfy(binding -> assertThat(expires(binding)).isBetween(110, 120))
        .hasSize(2);
    SipRequest remove = phone.registration().request(Duration.ZERO);
    remove.header("Contact", "<" + other + ">");

    assertThat(Registration.bindings(phone.registration().send(remove)))
        .extracting(NameAddress::uri)
        .containsExactly(phone.contactUri());
  }

  @Test
  void removesEveryContactWithAnAsterisk() {
    Account account = office.extension();
    SoftPhone phone = office.phone(account).register();
    office.phone(account).register();

    assertThat(phone.registration().removeAll().status()).isEqualTo(200);

    assertThat(phone.registration().query()).isEmpty();
  }

  @Test
  void refusesAnAsteriskWithoutExpiresZero() {
    SoftPhone phone = office.registered();
    SipRequest request = phone.registration().bare().header("Contact", "*");

    assertThat(phone.registration().send(request.header("Expires", "60")).status()).isEqualTo(400);
    assertThat(phone.registration().query()).hasSize(1);
  }

  @Test
  void refusesAnIntervalThatIsTooBrief() {
    SoftPhone phone = office.phone();

    SipResponse answer = phone.registration().register(Duration.ofSeconds(1));

    assertThat(answer.status()).isEqualTo(423);
    int least = Integer.parseInt(answer.header("Min-Expires"));
    assertThat(phone.registration().register(Duration.ofSeconds(least)).status()).isEqualTo(200);
  }

  @Test
  void refusesAnOlderCseqOfTheSameCall() {
    SoftPhone phone = office.registered();
    SipRequest old = phone.registration().request(Duration.ofMinutes(5));

    old.header("CSeq", "1 REGISTER");
    old.header(
        "Authorization",
        phone.digest().answer(phone.registration().challenge(), "REGISTER", old.uri()));

    assertThat(phone.exchange(old).status()).isGreaterThanOrEqualTo(400);
    assertThat(expires(phone.registration().query().get(0))).isGreaterThan(3500);
  }

  @Test
  void takesALowerCseqOfANewCall() {
    SoftPhone phone = office.registered().register();

    phone.registration().forget();

    assertThat(phone.registration().expectOk(HOUR)).hasSize(1);
  }

  @Test
  void answersStrangersAndWrongPasswordsAlike() {
    Account right = office.extension();
    Account wrongPassword = new Account(right.user(), "wrong", right.domain());
    Account unknownUser = new Account("9" + right.user(), "wrong", right.domain());
    String nowhere = office.platform().registrar("00000000-0000-7000-8000-000000000001");
    Account unknownDomain = new Account(right.user(), "wrong", nowhere);

    Map<String, Integer> expected = answers(wrongPassword);

    assertThat(answers(unknownUser)).isEqualTo(expected);
    assertThat(answers(unknownDomain)).isEqualTo(expected);
    assertThat(expected).containsEntry("first", 401);
  }

  /** The statuses and the headers of the answers without and with credentials. */
  private Map<String, Integer> answers(Account account) {
    SoftPhone phone = office.phone(account);
    SipResponse first = phone.exchange(phone.registration().request(HOUR));
    SipResponse second = phone.registration().register(HOUR);
    return Map.of(
        "first", first.status(),
        "challenges", first.headers().all("WWW-Authenticate").size(),
        "second", second.status(),
        "challenges again", second.headers().all("WWW-Authenticate").size());
  }

  @Test
  void slowsDownWhoGuessesPasswords() {
    Account account = office.extension();
    Account guess = new Account(account.user(), "wrong", account.domain());
    SoftPhone phone = office.phone(guess);

    boolean slowed =
        Waiting.until(
            () -> {
              SipResponse answer = phone.registration().register(HOUR);
              return answer.status() != 401 && answer.headers().has("Retry-After");
            },
            Duration.ofSeconds(20));

    assertThat(slowed).isTrue();
  }

  @Test
  void registersByTheAddressOfTheServer() {
    Account account = office.extension();
    InetSocketAddress server = office.platform().sip();
    String address = server.getAddress().getHostAddress() + ":" + server.getPort();
    SoftPhone phone = office.phone(new Account(account.user(), account.password(), address));

    phone.register();

    assertThat(office.phone(account).registration().query())
        .extracting(NameAddress::uri)
        .containsExactly(phone.contactUri());
  }

  @Test
  void tellsThePhoneWhereItWasSeen() {
    SoftPhone phone = office.phone();
    SipResponse answer = phone.exchange(phone.registration().request(HOUR));

    assertThat(phone.contactUri()).endsWith(":" + answer.topVia().rport());
    assertThat(answer.topVia().received()).isIn("", "127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TCP"})
  void answersKeepAlives(String transport) {
    SoftPhone phone = office.phone(office.extension(), transport).register();

    phone.endpoint().ping(office.platform().sip());

    assertThat(Waiting.until(() -> phone.endpoint().pongs() > 0, Duration.ofSeconds(5))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UDP", "TCP", "WS"})
  void answersOptions(String transport) {
    SoftPhone phone = office.phone(office.extension(), transport);

    SipResponse answer = phone.options("sip:" + office.platform().sip().getHostString());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow")).contains("INVITE", "ACK", "BYE", "CANCEL", "REGISTER");
    assertThat(answer.header("Accept")).contains("application/sdp");
    assertThat(answer.headers().has("Supported")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"PUBLISH,405", "NEWMETHOD,501"})
  void refusesWhatItDoesNotKnow(String method, int status) {
    SoftPhone phone = office.phone();

    SipRequest request = phone.request(method, phone.account().registrar());
    SipResponse answer = phone.exchange(request.header("Event", "presence"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Allow")).contains("INVITE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFO", "NOTIFY", "PRACK", "REFER", "UPDATE", "BYE"})
  void knowsNoCallThatARequestOutsideADialogCouldMean(String method) {
    SoftPhone phone = office.phone();

    SipResponse answer = phone.exchange(phone.request(method, phone.account().registrar()));

    assertThat(answer.status()).isEqualTo(481);
  }

  @Test
  void namesAnExtensionItDoesNotKnow() {
    SoftPhone phone = office.phone();
    SipRequest request = phone.registration().request(HOUR).header("Require", "teleport");

    SipResponse answer = phone.exchange(request);

    assertThat(answer.status()).isEqualTo(420);
    assertThat(answer.header("Unsupported")).isEqualTo("teleport");
  }

  private static int expires(NameAddress binding) {
    return Integer.parseInt(binding.parameters().get("expires"));
  }
}
