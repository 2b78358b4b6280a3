package org.tandemvoice.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.process.Kamailio;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TelephoneSystem;
import org.tandemvoice.peer.sip.UdpTransport;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Agents registered at telephone systems of others: seed 004, RFC 3261 section 10.2. */
@PlatformTest
class PbxRegistrationIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir private Path folder;

  private Office office;
  private SoftPhone desk;
  private PbxTenant tenant;

  @BeforeEach
  void open() {
    office = Office.open();
    desk = office.registered();
    tenant = new PbxTenant(office, desk);
  }

  @AfterEach
  void close() {
    office.api().delete(tenant.path());
    office.close();
  }

  @ParameterizedTest
  @CsvSource({"udp,MD5", "udp,SHA-256", "tcp,SHA-256"})
  void callsOfTheTelephoneSystemRingTheAgent(String transport, String algorithm) {
    try (TelephoneSystem system =
        transport.equals("udp")
            ? TelephoneSystem.udp(algorithm, "1001", "1001", PbxTenant.PASSWORD)
            : TelephoneSystem.tcp(algorithm, "1001", "1001", PbxTenant.PASSWORD)) {
      JsonObject data = tenant.registerAt(system, "");
      assertThat(data.getString("extension")).isEqualTo("1001");
      assertThat(data.getString("password")).isEqualTo(PbxTenant.PASSWORD);
      assertThat(data.getBoolean("registrationEnabled")).isTrue();
      assertThat(data.isNull("did")).isTrue();
      system.awaitRegistered();
      tenant.awaitState("registered");

      OutgoingCall dialling = system.dialUser();
      Call agent = desk.expectCall().ring().answer();
      Call caller = dialling.expectAnswer();
      agent.media().sayTone(ANNA);
      caller.media().sayTone(BERT);
      assertHears(agent, BERT);
      assertHears(caller, ANNA);
      caller.hangUp();
      agent.awaitEnd();

      office.api().delete(tenant.path()).expect(200);
      system.awaitUnregistered();
      assertThat(office.api().get(tenant.path()).expect(404).body()).contains("registration");
    }
  }

  @Test
  void refreshesInTimeAndAsksForLongerIfItMust() {
    try (TelephoneSystem system =
        TelephoneSystem.udp("MD5", "1002", "auth", PbxTenant.PASSWORD).atLeast(400).granting(2)) {
      tenant.registerAt(system, ",'authUsername':'auth'");

      system.awaitRegistrations(3);

      assertOneSequence(List.copyOf(system.registers()));
      JsonObject status = tenant.status();
      assertThat(status.getBoolean("registered")).isTrue();
      assertThat(status.getInt("lastCode")).isEqualTo(200);
      Platform.await(
          "the next attempt to be planned before the end", PATIENCE, this::isRefreshedInTime);
    }
  }

  /** RFC 3261 section 10.2: one Call-ID, and every request has the next number. */
  private static void assertOneSequence(List<SipRequest> registers) {
    assertThat(registers).hasSizeGreaterThan(4);
    assertThat(registers.stream().map(SipRequest::callId).distinct()).hasSize(1);
    assertThat(registers.stream().map(request -> request.from().tag()).distinct()).hasSize(1);
    assertThat(registers.stream().map(SipRequest::cseq)).isSorted().doesNotHaveDuplicates();
  }

  /** False while an attempt is under way, which has time until after the end. */
  private boolean isRefreshedInTime() {
    JsonObject status = tenant.status();
    return status.getString("nextAttemptAt").compareTo(status.getString("expiresAt")) < 0;
  }

  @Test
  void comesBackWhenTheTelephoneSystemDoes() {
    try (TelephoneSystem system =
        TelephoneSystem.udp("SHA-256", "1003", "1003", PbxTenant.PASSWORD).granting(2)) {
      tenant.registerAt(system, "");
      system.awaitRegistered();

      system.refusing(503);
      tenant.awaitState("failed");
      JsonObject status = tenant.status();
      assertThat(status.getInt("lastCode")).isEqualTo(503);
      assertThat(status.getBoolean("registered")).isFalse();
      int before = system.registrations();
      system.refusing(0);

      system.awaitRegistrations(before + 1);
      tenant.awaitState("registered");
      assertThat(tenant.status().getInt("failures")).isZero();

      system.down().awaitUnregistered().up().awaitRegistered();
      OutgoingCall dialling = system.dialUser();
      desk.expectCall().reject(486);
      dialling.expectStatus(486);
    }
  }

  @Test
  void registersAnewWhenItChangesAndGivesUpTheFormerAccount() {
    try (TelephoneSystem first = TelephoneSystem.udp("MD5", "1004", "1004", PbxTenant.PASSWORD);
        TelephoneSystem second = TelephoneSystem.udp("MD5", "1005", "1005", PbxTenant.PASSWORD)) {
      tenant.registerAt(first, "");
      first.awaitRegistered();
      String contact = first.contact();

      tenant.registerAt(first, ",'did':'+15551234567'");
      first.awaitRegistrations(2);
      assertThat(first.contact()).isEqualTo(contact);
      tenant.registerAt(second, "");

      second.awaitRegistered();
      first.awaitUnregistered();
      assertThat(office.api().get(tenant.path()).expect(200).body()).contains("\"1005\"");
      try (SoftPhone former = SoftPhone.direct("1004", new UdpTransport())) {
        former.dial(contact).expectStatus(404);
      }
    }
  }

  @Test
  void callsOfTheAgentGoByItsTelephoneSystemAndShowItsNumber() {
    try (TelephoneSystem system = TelephoneSystem.udp("MD5", "1006", "1006", PbxTenant.PASSWORD)) {
      tenant.registerAt(system, ",'did':'+15551234567'");
      system.awaitRegistered();

      office
          .api()
          .post(
              "/v1.0/calls",
              of(
                  "{'source':{'type':'agent','target':'%s'},'destinations':"
                      + "[{'type':'tel','target':'+442079460001'}],'actions':[{'type':'answer'}]}",
                  tenant.agent()))
          .expect(200);

      IncomingCall offered = system.phone().expectCall();
      assertThat(offered.invite().uri()).startsWith("sip:+442079460001@127.0.0.1:");
      assertThat(offered.invite().from().uri()).isEqualTo("sip:+15551234567@127.0.0.1");
      assertThat(offered.invite().headers().first("P-Asserted-Identity"))
          .contains("<tel:+15551234567>");
      offered.answer().awaitEnd(PATIENCE);
    }
  }

  @Test
  void goesByTheProxyThatIsNamed() {
    try (TelephoneSystem proxy = TelephoneSystem.udp("MD5", "1007", "1007", PbxTenant.PASSWORD)) {
      office
          .api()
          .put(
              tenant.path(),
              of(
                  "{'sipDomain':'company.example','username':'1007','password':'%s',"
                      + "'proxy':'127.0.0.1','port':%s}",
                  PbxTenant.PASSWORD, proxy.port()))
          .expect(200);

      proxy.awaitRegistered();
      proxy.phone().whenCalled(PbxRegistrationIT::answerIfProved);
      office
          .api()
          .post(
              "/v1.0/calls",
              of(
                  "{'source':{'type':'agent','target':'%s'},'destinations':"
                      + "[{'type':'sip','target':'1010@company.example'}],"
                      + "'actions':[{'type':'answer'}]}",
                  tenant.agent()))
          .expect(200);
      Platform.await("the call by the proxy", PATIENCE, () -> !proxy.phone().calls().isEmpty());

      var register = proxy.registers().peek();
      assertThat(register.uri()).isEqualTo("sip:company.example");
      assertThat(register.to().uri()).isEqualTo("sip:1007@company.example");
    }
  }

  private static void answerIfProved(IncomingCall offered) {
    if (offered.invite().headers().first("Authorization").isPresent()) {
      offered.answerAtOnce();
    } else {
      offered.challenge("Digest realm=\"pbx\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
    }
  }

  @Test
  void holdsASubscriptionToTheCallsOfItsUser() {
    try (TelephoneSystem system = TelephoneSystem.udp("MD5", "1008", "1008", PbxTenant.PASSWORD)) {
      tenant.registerAt(system, ",'subscribe':true");
      system.awaitWatcher();
      awaitSubscription(true);

      assertThat(system.tell("confirmed", 1).status()).isEqualTo(200);
      assertThat(tenant.status().getJsonObject("subscription").getBoolean("busy")).isTrue();
      assertThat(system.tell("terminated", 2).status()).isEqualTo(200);
      assertThat(tenant.status().getJsonObject("subscription").getBoolean("busy")).isFalse();

      tenant.registerAt(system, ",'subscribe':false");
      system.awaitNoWatcher();
      awaitSubscription(false);
    }
  }

  private void awaitSubscription(boolean active) {
    Platform.await(
        "a subscription that is active: " + active,
        PATIENCE,
        () -> tenant.status().getJsonObject("subscription").getBoolean("active") == active);
  }

  @Test
  void refusesWhatCannotBeRegistered() {
    String path = tenant.path();
    assertThat(tenant.put("a b", 5060, "udp", "").expect(400).body()).contains("username");
    assertThat(tenant.put("1", 0, "udp", "").expect(400).body()).contains("port");
    assertThat(tenant.put("1", 5060, "sctp", "").expect(400).body()).contains("transport");
    assertThat(tenant.put("1", 5060, "udp", ",'did':'x'").expect(400).body()).contains("did");
    assertThat(office.api().put(path, of("{'username':'1'}")).expect(400).body())
        .contains("sipDomain");
    office.api().get(path).expect(404);
    String nobody = "/v1/agents/00000000-0000-0000-0000-000000000001/sip/registration";
    assertThat(message(nobody, 404)).isEqualTo("Agent not found");
    assertThat(message("/v1/agents/nobody/sip/registration", 404)).isEqualTo("Agent not found");
    try (Office other = Office.open()) {
      assertThat(message(new PbxTenant(other).path(), 404)).isEqualTo("Agent not found");
    }

    office.api().put("/v1/agents/" + tenant.agent(), of("{'provider':'vida'}")).expect(200);
    assertThat(message(path, 400)).isEqualTo("Cannot update vida agents via this API");
  }

  /** The three of the document; none of these servers is there to answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "freepbx.example.com    | 'transport':'udp','port':5060",
        "company.3cx.example    | 'proxy':'sbc.3cx.example','transport':'tls','port':5060",
        "acme.sip.twilio.example| 'transport':'tls','port':5060,'authUsername':'acme'",
      })
  void takesTheSampleConfigurations(String domain, String more) {
    JsonObject answer =
        office
            .api()
            .put(
                tenant.path(),
                of(
                    "{'sipDomain':'%s','username':'1001','password':'%s',%s}",
                    domain, PbxTenant.PASSWORD, more))
            .expect(200)
            .object();

    assertThat(answer.getBoolean("success")).isTrue();
    JsonObject data = answer.getJsonObject("data");
    JsonObject asked = of("{" + more + "}");
    assertThat(data).containsAllEntriesOf(asked);
    assertThat(data.getString("sipDomain")).isEqualTo(domain);
    assertThat(data.getString("extension")).isEqualTo("1001");
    assertThat(data.getBoolean("registrationEnabled")).isTrue();
    assertThat(data.getBoolean("subscribe")).isFalse();
    assertThat(data.isNull("did")).isTrue();
    assertThat(data.isNull("authUsername")).isEqualTo(!asked.containsKey("authUsername"));
    assertThat(tenant.status().getBoolean("registered")).isFalse();
  }

  private String message(String path, int status) {
    JsonObject body = of("{'sipDomain':'pbx.example','username':'1','password':'p'}");
    return office.api().put(path, body).expect(status).object().getString("message");
  }

  @Test
  void kamailioCallsTheAgentBeforeAndAfterItWasDown() {
    RealPeers.require("kamailio");
    Kamailio first = Kamailio.start(folder, PbxTenant.PASSWORD);
    try {
      tenant.put("1009", first.port(), "udp", "").expect(200);
      tenant.awaitState("registered");
      callThrough(first);
    } finally {
      first.close();
    }
    String before = registeredAt();
    try (Kamailio again = first.again(PbxTenant.PASSWORD)) {
      Platform.await(
          "a registration after the restart", PATIENCE, () -> !registeredAt().equals(before));
      callThrough(again);
    }
  }

  private String registeredAt() {
    return tenant.status().getString("registeredAt");
  }

  private void callThrough(Kamailio kamailio) {
    try (SoftPhone caller = SoftPhone.direct("caller", new UdpTransport())) {
      OutgoingCall dialling = caller.dial("sip:1009@127.0.0.1:" + kamailio.port());
      Call agent = desk.expectCall().answer();
      Call call = dialling.expectAnswer();
      agent.media().sayTone(ANNA);
      assertHears(call, ANNA);
      call.hangUp();
      agent.awaitEnd();
    }
  }
}
