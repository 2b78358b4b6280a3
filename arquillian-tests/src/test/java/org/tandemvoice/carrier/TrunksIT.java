package org.tandemvoice.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Calls that come by a trunk, from a carrier or from anybody. */
@PlatformTest
class TrunksIT {

  private static final Duration WAIT = Duration.ofSeconds(15);

  @AutoClose private final Office office = Office.open();

  private static String domainName() {
    return "t" + UUID.randomUUID().toString().substring(0, 18);
  }

  private String trunk(String domainName, int maxCalls, String... auths) {
    JsonArrayBuilder types = Json.createArrayBuilder();
    for (String auth : auths) {
      types.add(auth);
    }
    JsonObject body =
        Json.createObjectBuilder()
            .add("name", "pbx")
            .add("detail", "")
            .add("domain_name", domainName)
            .add("auth_types", types)
            .add("username", "box")
            .add("password", "pbx secret")
            .add("allowed_ips", Json.createArrayBuilder().add("127.0.0.0/8"))
            .add("max_calls", maxCalls)
            .build();
    return office.api().post("/v1.0/trunks", body).expect(200).object().getString("id");
  }

  /** A telephone system that calls by a trunk. */
  private SoftPhone system(String domainName, String password) {
    return SoftPhone.udp(
        office.platform().sip(), new Account("box", password, domainName + ".trunk.voipbin.net"));
  }

  /** A number with a flow that answers and says who called whom. */
  private String number(Office owner) {
    String number = Carrier.nearNumber();
    JsonArray actions =
        Json.createArrayBuilder()
            .add(action("answer"))
            .add(action("sleep", Json.createObjectBuilder().add("duration", 20_000).build()))
            .build();
    JsonObject flow =
        Json.createObjectBuilder().add("name", "inbound").add("actions", actions).build();
    String flowId = owner.api().post("/v1.0/flows", flow).expect(200).object().getString("id");
    JsonObject body =
        Json.createObjectBuilder().add("number", number).add("flow_id", flowId).build();
    owner.api().post("/v1.0/numbers", body).expect(200);
    return number;
  }

  private static String at(String user, String domain) {
    return "sip:" + user + "@" + domain;
  }

  private JsonObject newestCall(Office owner) {
    return owner.api().get("/v1.0/calls").expect(200).result().getJsonObject(0);
  }

  @Test
  void trunkReachesANumberOfItsCustomerByDigest() {
    String name = domainName();
    trunk(name, 0, "basic");
    String number = number(office);

    try (SoftPhone system = system(name, "pbx secret")) {
      Call call = system.dial(at(number, system.account().domain())).expectAnswer();

      JsonObject made = newestCall(office);
      assertThat(made.getString("direction")).isEqualTo("incoming");
      assertThat(made.getJsonObject("destination").getString("target")).isEqualTo(number);
      call.hangUp();
    }
  }

  /** RFC 3325 and RFC 3323. */
  @Test
  void trunkSaysWhoCallsAndWhoWithholdsIt() {
    String name = domainName();
    trunk(name, 0, "ip");
    String number = number(office);
    try (SoftPhone system = system(name, "")) {
      String uri = at(number, system.account().domain());
      String identity = "\"Anna\" <tel:+15552223333>";
      Call shown =
          system.dial(uri, invite -> invite.header("P-Asserted-Identity", identity)).expectAnswer();
      JsonObject source = newestCall(office).getJsonObject("source");
      assertThat(source.getString("type")).isEqualTo("tel");
      assertThat(source.getString("target")).isEqualTo("+15552223333");
      assertThat(source.getString("name")).isEqualTo("Anna");
      shown.hangUp();

      Call withheld =
          system
              .dial(
                  uri,
                  invite -> invite.header("P-Asserted-Identity", identity).header("Privacy", "id"))
              .expectAnswer();
      assertThat(newestCall(office).getJsonObject("source").toString())
          .contains("anonymous")
          .doesNotContain("5552223333");
      withheld.hangUp();
    }
  }

  @Test
  void wrongPasswordIsChallengedAgainAndNoCallIsMade() {
    String name = domainName();
    trunk(name, 0, "basic");

    try (SoftPhone system = system(name, "wrong")) {
      system.dial(at("+15550001111", system.account().domain())).expectStatus(407);
    }
    try (SoftPhone unknown = system(domainName(), "pbx secret")) {
      unknown.dial(at("+15550001111", unknown.account().domain())).expectStatus(407);
    }
    assertThat(office.api().get("/v1.0/calls").expect(200).result()).isEmpty();
  }

  @Test
  void trunkByAddressNeedsNoDigestAndReachesTheNetwork() {
    String name = domainName();
    trunk(name, 0, "ip");
    String number = Carrier.farNumber();

    try (Carrier carrier = Carrier.known().routed(office.api().customerId(), "+44", 1);
        SoftPhone system = system(name, "not asked for")) {
      var dialling = system.dial(at(number.substring(1), system.account().domain()));
      Call far = carrier.peer().expectCall().answer();
      Call near = dialling.expectAnswer();

      assertThat(dialling.responses()).noneMatch(response -> response.status() == 407);
      near.hangUp();
      far.awaitEnd(WAIT);
    }
  }

  @Test
  void fullTrunkIsTold503AndTakesCallsAgain() {
    String name = domainName();
    trunk(name, 1, "ip");
    String number = number(office);

    try (SoftPhone system = system(name, "")) {
      Call first = system.dial(at(number, system.account().domain())).expectAnswer();
      var refusal = system.dial(at(number, system.account().domain())).expectStatus(503);
      assertThat(refusal.headers().first("Retry-After")).isPresent();
      first.hangUp();
      office.api().awaitStatus(newestCall(office).getString("id"), "hangup", WAIT);

      system.dial(at(number, system.account().domain())).expectAnswer().hangUp();
    }
  }

  @Test
  void deletedTrunkIsRefused() {
    String name = domainName();
    String id = trunk(name, 0, "ip");
    office.api().delete("/v1.0/trunks/" + id).expect(200);

    try (SoftPhone system = system(name, "pbx secret")) {
      system.dial(at("+15550001111", system.account().domain())).expectStatus(407);
    }
  }

  @Test
  void anybodyReachesANumberAtThePublicDomain() {
    String number = number(office);

    try (SoftPhone stranger =
        SoftPhone.udp(
            office.platform().sip(), new Account("+33142685300", "", "elsewhere.example"))) {
      Call call = stranger.dial(at(number, "sip.voipbin.net")).expectAnswer();
      JsonObject made = newestCall(office);
      assertThat(made.getJsonObject("source").getString("type")).isEqualTo("tel");
      assertThat(made.getJsonObject("source").getString("target")).isEqualTo("+33142685300");
      call.hangUp();

      stranger.dial(at("+15550000000", "sip.voipbin.net")).expectStatus(407);
      stranger.dial(at("1001", "sip.voipbin.net")).expectStatus(407);
    }
  }

  @Test
  void carrierIsKnownByItsAddress() {
    String number = number(office);
    try (SoftPhone stranger =
        SoftPhone.udp(
            office.platform().sip(), new Account("+33142685300", "", "elsewhere.example"))) {
      stranger.dial(at(number, "127.0.0.1")).expectStatus(407);

      JsonObject terms =
          Json.createObjectBuilder()
              .add("allowed_ips", Json.createArrayBuilder().add("127.0.0.1"))
              .build();
      try (Carrier carrier = Carrier.known(terms)) {
        assertThat(carrier.health()).isNotEmpty();
        stranger.dial(at(number.substring(1), "127.0.0.1")).expectAnswer().hangUp();
      }
      JsonObject made = newestCall(office);
      assertThat(made.getJsonObject("destination").getString("target"))
          .isEqualTo(number.substring(1));
    }
  }

  @Test
  void badTrunksAreRefusedNamingTheField() {
    String[][] bad = {
      {"{'domain_name':'x','auth_types':['ip'],'allowed_ips':['10.0.0.1']}", "domain_name"},
      {"{'domain_name':'pbx-one','auth_types':['psk']}", "auth_types"},
      {"{'domain_name':'pbx-one','auth_types':[]}", "auth_types"},
      {"{'domain_name':'pbx-one','auth_types':['basic'],'username':'u'}", "password"},
      {"{'domain_name':'pbx-one','auth_types':['ip'],'allowed_ips':['ten']}", "allowed_ips"},
    };
    for (String[] one : bad) {
      JsonObject body =
          Json.createReader(new java.io.StringReader(one[0].replace('\'', '"'))).readObject();
      assertThat(office.api().post("/v1.0/trunks", body).expect(400).body())
          .contains("\"field\":\"" + one[1] + "\"");
    }
    assertThat(office.api().get("/v1.0/trunks").expect(200).result()).isEmpty();
    String name = domainName();
    String id = trunk(name, 0, "ip");
    try (Office other = Office.open()) {
      other.api().get("/v1.0/trunks/" + id).expect(404);
      JsonObject taken =
          Json.createObjectBuilder()
              .add("domain_name", name)
              .add("auth_types", Json.createArrayBuilder().add("ip"))
              .add("allowed_ips", Json.createArrayBuilder().add("192.0.2.1"))
              .build();
      other.api().post("/v1.0/trunks", taken).expect(409);
    }
  }
}
