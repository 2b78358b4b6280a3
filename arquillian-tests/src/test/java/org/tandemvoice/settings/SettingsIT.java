package org.tandemvoice.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.DigestChallenge;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipMessage;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SipTransport;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.Subscription;
import org.tandemvoice.peer.sip.TcpTransport;
import org.tandemvoice.peer.sip.WebSocketTransport;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;
import org.tandemvoice.platform.TestCertificate;

/** A server with a certificate, brief nonces and little patience with silent media. */
@PlatformTest
class SettingsIT {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration BEEP = Duration.ofMillis(300);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final JsonObject WAIT =
      action("sleep", Json.createObjectBuilder().add("duration", 600_000).build());

  private static TestCertificate certificate;

  private static CarrierApi carrier;
  private static PlatformProcess server;
  private static MailSink mails;

  @AutoClose private final Office office = Office.at(server.platform());

  @BeforeAll
  static void start() throws IOException {
    certificate = TestCertificate.make("sip-of-settings");
    Map<String, String> settings = new HashMap<>(certificate.settings());
    settings.put("SIP_NONCE_SECONDS", "2");
    settings.put("RTP_SILENCE_SECONDS", "3");
    settings.put("SIP_SESSION_EXPIRES", "6");
    settings.put("SIP_MIN_SE", "2");
    settings.put("CONTACT_PROBE_SECONDS", "1");
    settings.put("SIP_REGISTER_MIN_SECONDS", "1");
    carrier = new CarrierApi();
    settings.putAll(carrier.settings());
    mails = new MailSink();
    settings.putAll(mails.settings());
    server = PlatformProcess.start("settings", settings);
  }

  @AfterAll
  static void stop() {
    server.close();
    mails.close();
    carrier.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS", "WSS"})
  void reachesAPhoneByTheSecureConnectionItOpened(String transport) {
    SoftPhone called = office.phone(office.extension(), secure(transport)).register();
    SoftPhone caller = office.phone(office.extension(), secure(transport)).register();

    OutgoingCall dialling = caller.dial(called.account().addressOfRecord());
    Call answered = called.expectCall().ring().answer();
    Call calling = dialling.expectAnswer();
    answered.media().sayTone(700);
    calling.media().sayTone(440);

    calling.media().awaitTone(700, BEEP, PATIENCE);
    answered.media().awaitTone(440, BEEP, PATIENCE);
    answered.hangUp();
    calling.awaitEnd();
    assertThat(called.unregister().registration().query()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLS", "WSS"})
  void answersOptionsOverASecureConnection(String transport) {
    SoftPhone phone = office.phone(office.extension(), secure(transport));

    SipResponse answer = phone.options("sip:" + office.platform().sip().getHostString());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow")).contains("INVITE", "ACK", "BYE", "CANCEL", "REGISTER");
    assertThat(answer.topVia().transport()).isEqualTo(transport);
  }

  private static SipTransport secure(String transport) {
    return transport.equals("TLS")
        ? TcpTransport.secure(certificate.trust())
        : new WebSocketTransport(certificate.trust());
  }

  @Test
  void saysThatANonceIsStaleAndTakesTheNextOne() {
    SoftPhone phone = office.phone().register();
    DigestChallenge old = phone.registration().challenge();
    Waiting.until(() -> isStale(phone, old), PATIENCE);

    SipResponse refused = phone.exchange(withNonce(phone, old));
    List<DigestChallenge> fresh = DigestChallenge.of(refused);

    assertThat(refused.status()).isEqualTo(401);
    assertThat(fresh).isNotEmpty().allMatch(DigestChallenge::stale);
    assertThat(fresh).noneMatch(challenge -> challenge.nonce().equals(old.nonce()));
    SipResponse taken = phone.exchange(withNonce(phone, phone.digest().choose(fresh)));
    assertThat(taken.status()).isEqualTo(200);
  }

  private static boolean isStale(SoftPhone phone, DigestChallenge challenge) {
    return phone.exchange(withNonce(phone, challenge)).status() == 401;
  }

  private static SipRequest withNonce(SoftPhone phone, DigestChallenge challenge) {
    SipRequest request = phone.registration().request(HOUR);
    return request.header(
        "Authorization", phone.digest().answer(challenge, "REGISTER", request.uri()));
  }

  @Test
  void endsACallWhosePhoneHasFallenSilent() {
    SoftPhone phone = office.registered();
    String id = office.api().call(phone.account().user(), action("answer"), WAIT);
    Call call = phone.expectCall().answer();
    call.media().sayTone(440);
    office.api().awaitStatus(id, "progressing", PATIENCE);

    call.media().stopSending();

    call.awaitEnd(PATIENCE);
    JsonObject ended = office.api().awaitStatus(id, "hangup", PATIENCE);
    assertThat(ended.getString("hangup_reason")).isEqualTo("normal");
    assertThat(office.api().eventTypes(id)).last().isEqualTo("call_hungup");
  }

  @Test
  void refusesToRefreshASessionTooOften() {
    SoftPhone phone = office.registered();

    OutgoingCall dialling = dial(phone, office.registered(), "1;refresher=uac");

    assertThat(dialling.expectStatus(422).header("Min-SE")).isEqualTo("2");
  }

  @Test
  void endsASessionThatTheCallerDoesNotRefresh() {
    SoftPhone called = office.registered();
    OutgoingCall dialling = dial(office.registered(), called, "3;refresher=uac");
    Call answered = called.expectCall().answer();
    answered.media().sayTone(440);

    SipResponse ok = dialling.expectStatus(200);
    assertThat(ok.header("Session-Expires")).isEqualTo("3;refresher=uac");
    assertThat(ok.header("Require")).contains("timer");
    Call call = dialling.expectAnswer();
    call.media().sayTone(700);

    call.awaitEnd(PATIENCE);
    answered.awaitEnd(PATIENCE);
  }

  @Test
  void refreshesASessionThatTheCallerLeavesToUs() {
    SoftPhone called = office.registered();
    OutgoingCall dialling = dial(office.registered(), called, "2;refresher=uas");
    Call answered = called.expectCall().answer();
    Call call = dialling.expectAnswer();
    call.media().sayTone(700);
    answered.media().sayTone(440);

    assertThat(Waiting.until(() -> call.reinvitesReceived() >= 3, PATIENCE)).isTrue();
    assertThat(call.ended()).isFalse();
    call.hangUp();
    answered.awaitEnd();
  }

  @Test
  void refreshesACalledPhoneThatAsksForIt() {
    SoftPhone called = office.registered();
    OutgoingCall dialling = office.registered().dial(called.account().addressOfRecord());
    IncomingCall incoming = called.expectCall();
    assertThat(incoming.invite().header("Session-Expires")).isEqualTo("6");

    Call answered = incoming.with("Session-Expires", "2;refresher=uac").answer();
    Call call = dialling.expectAnswer();
    call.media().sayTone(700);
    answered.media().sayTone(440);

    assertThat(Waiting.until(() -> answered.reinvitesReceived() >= 2, PATIENCE)).isTrue();
    answered.hangUp();
    call.awaitEnd();
  }

  @Test
  void refreshesByInviteAPhoneThatKnowsNoUpdate() {
    SoftPhone called = office.phone().withoutUpdate().register();
    SoftPhone caller = office.phone().withoutUpdate().register();
    OutgoingCall dialling = dial(caller, called, "2;refresher=uas");
    IncomingCall incoming = called.expectCall();
    Call answered = incoming.with("Session-Expires", "2;refresher=uac").answer();
    String answer = dialling.expectStatus(200).text();
    Call call = dialling.expectAnswer();
    call.refuseNextChange(491);
    call.media().sayTone(700);
    answered.media().sayTone(440);

    assertThat(Waiting.until(() -> refreshes(call) >= 3 && refreshes(answered) >= 3, PATIENCE))
        .isTrue();
    assertThat(call.offers()).allMatch(answer::equals);
    assertThat(answered.offers()).allMatch(incoming.invite().text()::equals);
    call.media().awaitTone(440, BEEP, PATIENCE);
    answered.media().awaitTone(700, BEEP, PATIENCE);
    answered.refuseNextChange(481);
    answered.awaitEnd();
    call.awaitEnd();
  }

  private static int refreshes(Call call) {
    return call.offers().size();
  }

  @Test
  void makesAProviderOfAnAccountAtACarrier() {
    ApiClient admin = server.platform().admin();
    JsonObject order =
        Json.createObjectBuilder()
            .add("carrier", "telnyx")
            .add("name", "the way out")
            .add("credentials", Json.createObjectBuilder().add("api_key", "good"))
            .build();
    JsonObject provider = admin.post("/v1.0/providers/setup", order).expect(200).object();

    assertThat(provider.getString("hostname")).isEqualTo("sip.telnyx.com");
    assertThat(provider.getString("name")).isEqualTo("the way out");
    assertThat(carrier.orders()).last().asString().contains(provider.getString("username"));
    String path = "/v1.0/providers/" + provider.getString("id");
    assertThat(admin.delete(path).expect(200).object()).isNotNull();
    for (String wrong : List.of("carrier", "name", "credentials")) {
      JsonObject bad = Json.createObjectBuilder(order).remove(wrong).build();
      assertThat(admin.post("/v1.0/providers/setup", bad).expect(400).body()).contains(wrong);
    }
    JsonObject stranger =
        Json.createObjectBuilder(order)
            .add("credentials", Json.createObjectBuilder().add("api_key", "bad"))
            .build();
    assertThat(admin.post("/v1.0/providers/setup", stranger).expect(400).body())
        .contains("credentials.api_key");
    office.api().post("/v1.0/providers/setup", order).expect(403);
    assertThat(admin.get("/v1.0/providers").expect(200).result()).isEmpty();
  }

  @Test
  void callsAPhoneLastThatDoesNotAnswerOptions() {
    Account account = office.extension();
    SoftPhone caller = office.registered();
    SoftPhone silent = office.phone(account).register();
    SoftPhone again = office.registered();
    AtomicBoolean isDeaf = new AtomicBoolean(true);
    for (SoftPhone phone : List.of(silent, again)) {
      phone.endpoint().loseIncoming(message -> isDeaf.get() && isOptions(message), 1_000_000);
    }
    SoftPhone other = office.phone(account).register();
    try (ContactBook book = ContactBook.of(office, caller)) {
      book.await(silent, "silent");
      book.await(again, "silent");
      assertThat(book.contact(other).getString("status")).isEqualTo("reachable");
      OutgoingCall unanswered = caller.dial(account.addressOfRecord());
      other.expectCall().reject(486);
      unanswered.expectStatus(486);
      silent.expectNoCall(BEEP);
      OutgoingCall dialling = caller.dial(account.addressOfRecord());
      other.expectCall().reject(500);
      silent.expectCall().answer();
      dialling.expectAnswer().hangUp();

      assertThat(book.contact(again.register()).getString("status")).isEqualTo("reachable");
      isDeaf.set(false);
      book.await(silent, "reachable");
      assertThat(book.contact(silent).getInt("round_trip_ms")).isBetween(0, 5_000);
    }
  }

  @Test
  void showsAnExtensionClosedNoneOfWhosePhonesAnswers() {
    Account account = office.extension();
    SoftPhone lamp = office.phone();
    SoftPhone desk = office.phone(account);
    SoftPhone mobile = office.phone(account);
    AtomicBoolean isDeaf = new AtomicBoolean(true);
    desk.endpoint().loseIncoming(message -> isDeaf.get() && isOptions(message), 1_000_000);
    mobile.endpoint().loseIncoming(SettingsIT::isOptions, 1_000_000);
    try (ContactBook book = ContactBook.of(office, lamp)) {
      desk.register();
      mobile.register();
      Subscription watch = Subscription.to(lamp, account.addressOfRecord(), "presence").begin(600);
      watch.await(notify -> notify.text().contains("<basic>open</basic>"));
      book.await(mobile, "silent");
      book.await(desk, "silent");
      watch.await(notify -> notify.text().contains("<basic>closed</basic>"));
      book.awaitTold(desk, "silent");
      assertThat(book.extension(desk).getString("status")).isEqualTo("silent");

      isDeaf.set(false);
      book.await(desk, "reachable");
      watch.await(notify -> notify.text().contains("<basic>open</basic>"));
      assertThat(book.contact(mobile).getString("status")).isEqualTo("silent");
      mobile.unregister();
      desk.registration().expectOk(Duration.ofSeconds(2));

      book.awaitTold(desk, "unregistered");
      watch.await(notify -> notify.text().contains("<basic>closed</basic>"));
      assertThat(book.told(desk))
          .containsExactly("reachable", "silent", "reachable", "unregistered");
    }
  }

  private static boolean isOptions(SipMessage message) {
    return message instanceof SipRequest request && request.method().equals("OPTIONS");
  }

  /** RFC 3261 14.1: who called waits for 2.1 to 4 s, and the called side for no more than 2 s. */
  @Test
  void refreshesAgainSoonAfterARequestThatCrossed() {
    SoftPhone called = office.registered();
    OutgoingCall dialling = dial(office.registered(), called, "6;refresher=uas");
    Call answered = called.expectCall().with("Session-Expires", "6;refresher=uac").answer();
    Call call = dialling.expectAnswer();
    call.refuseNextChange();
    answered.refuseNextChange();
    call.media().sayTone(700);
    answered.media().sayTone(440);

    Waiting.until(() -> call.reinvitesReceived() + answered.reinvitesReceived() == 2, PATIENCE);
    long refusedNs = System.nanoTime();
    assertThat(Waiting.until(() -> call.reinvitesReceived() == 2, Duration.ofMillis(2_500)))
        .isTrue();
    assertThat(Waiting.until(() -> answered.reinvitesReceived() == 2, PATIENCE)).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - refusedNs))
        .isBetween(Duration.ofMillis(1_500), Duration.ofMillis(5_000));
    call.hangUp();
    answered.awaitEnd();
  }

  private static OutgoingCall dial(SoftPhone caller, SoftPhone called, String sessionExpires) {
    return caller.dial(
        called.account().addressOfRecord(),
        invite -> invite.header("Supported", "timer").header("Session-Expires", sessionExpires));
  }

  @Test
  void mailsGoToTheMailServerAndNobodySignsUpUnlessAllowed() {
    mails.assertTakesLinks(server.platform().anonymous(), office.api());
  }
}
