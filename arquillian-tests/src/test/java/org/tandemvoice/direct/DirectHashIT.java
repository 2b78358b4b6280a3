package org.tandemvoice.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code sip:direct.<hash>@sip.<base>} from a caller whom nobody knows (seed 002). */
@PlatformTest
class DirectHashIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private Office office;
  private ApiClient api;
  private SoftPhone stranger;

  @BeforeEach
  void open() {
    office = Office.open();
    api = office.api();
    stranger =
        SoftPhone.udp(office.platform().sip(), new Account("anybody", "", "elsewhere.example.org"));
  }

  @AfterEach
  void close() {
    stranger.close();
    office.close();
  }

  @Test
  void reachesAnExtensionUntilItsHashIsReplaced() {
    SoftPhone phone = office.registered();
    JsonObject extension = api.get("/v1.0/extensions").expect(200).result().getJsonObject(0);
    String path = "/v1.0/extensions/" + extension.getString("id");

    Call call = talk(extension.getString("direct_hash"), phone);
    JsonObject incoming =
        api.get("/v1.0/calls").expect(200).result().getValuesAs(JsonObject.class).stream()
            .filter(found -> found.getString("direction").equals("incoming"))
            .findFirst()
            .orElseThrow();
    assertThat(incoming.getJsonObject("source").getString("target"))
        .isEqualTo("anybody@elsewhere.example.org");
    assertThat(incoming.getJsonObject("destination").getString("target"))
        .isEqualTo(extension.getString("direct_hash"));
    call.hangUp();

    JsonObject renewed = api.post(path + "/direct-hash-regenerate").expect(200).object();
    stranger.dial(uri(extension.getString("direct_hash"))).expectStatus(404);
    talk(renewed.getString("direct_hash"), phone).hangUp();
    api.delete(path).expect(200);
    stranger.dial(uri(renewed.getString("direct_hash"))).expectStatus(404);
  }

  @Test
  void reachesAnAgentAtItsPhones() {
    SoftPhone phone = office.registered();
    JsonObject agent =
        api.post(
                "/v1.0/agents",
                of(
                    "{'username':'%s','password':'secret',"
                        + "'addresses':[{'type':'extension','target':'%s'}]}",
                    "agent-" + UUID.randomUUID(), phone.account().user()))
            .expect(201)
            .object();
    String path = "/v1.0/agents/" + agent.getString("id") + "/direct-hash-regenerate";
    String old = api.post(path).expect(200).object().getString("direct_hash");

    talk(old, phone).hangUp();

    String renewed = api.post(path).expect(200).object().getString("direct_hash");
    stranger.dial(uri(old)).expectStatus(404);
    talk(renewed, phone).hangUp();
  }

  @Test
  void reachesAFlow() {
    JsonObject flow =
        api.post(
                "/v1.0/flows",
                of(
                    "{'name':'welcome','actions':[{'type':'answer'},{'type':'talk',"
                        + "'option':{'text':'Welcome to the flow'}}]}"))
            .expect(200)
            .object();

    Call call = stranger.dial(uri("direct." + flow.getString("direct_hash"))).expectAnswer();

    call.awaitEnd(Duration.ofSeconds(20));
    assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofMillis(500));
    assertDeadAfterRenewal("/v1.0/flows/", flow);
  }

  @Test
  void reachesAQueue() {
    JsonObject queue = api.post("/v1.0/queues", of("{'name':'line'}")).expect(200).object();

    Call call = stranger.dial(uri(queue.getString("direct_hash"))).expectAnswer();

    assertThat(
            api.get("/v1.0/queues/" + queue.getString("id"))
                .expect(200)
                .object()
                .getInt("total_incoming_count"))
        .isEqualTo(1);
    call.hangUp();
    assertDeadAfterRenewal("/v1.0/queues/", queue);
  }

  private void assertDeadAfterRenewal(String collection, JsonObject resource) {
    api.post(collection + resource.getString("id") + "/direct-hash-regenerate").expect(200);
    stranger.dial(uri(resource.getString("direct_hash"))).expectStatus(404);
  }

  @Test
  void reachesAConference() {
    JsonObject made = api.post("/v1.0/conferences", of("{'name':'room'}")).expect(200).object();
    String path = "/v1.0/conferences/" + made.getString("id");
    String old = made.getString("direct_hash");

    Call call = stranger.dial(uri(old)).expectAnswer();
    Platform.await("a participant", PATIENCE, () -> participants(path) == 1);
    call.hangUp();
    Platform.await("nobody", PATIENCE, () -> participants(path) == 0);

    String renewed =
        api.post(path + "/direct-hash-regenerate").expect(200).object().getString("direct_hash");
    stranger.dial(uri(old)).expectStatus(404);
    stranger.dial(uri(renewed)).expectAnswer().hangUp();
  }

  private int participants(String path) {
    return api.get(path).expect(200).object().getInt("participant_count");
  }

  @Test
  void givesATokenThatNamesTheResourceAndOpensNothing() {
    JsonObject queue = api.post("/v1.0/queues", of("{'name':'line'}")).expect(200).object();
    ApiClient anonymous = office.platform().anonymous();
    String hash = queue.getString("direct_hash");

    JsonObject token =
        anonymous.post("/auth/boot", of("{'direct_hash':'direct.%s'}", hash)).expect(200).object();

    assertThat(token.getString("type")).isEqualTo("direct");
    assertThat(token.getString("resource_type")).isEqualTo("queue");
    assertThat(token.getString("resource_id")).isEqualTo(queue.getString("id"));
    assertThat(token.getString("customer_id")).isEqualTo(queue.getString("customer_id"));
    assertThat(anonymous.withToken(token.getString("token")).get("/v1.0/queues").expect(403).body())
        .contains("DIRECT_ACCESS_NOT_SUPPORTED");
    anonymous.post("/auth/boot", of("{'direct_hash':'000000000000'}")).expect(404);
  }

  @Test
  void nothingElseIsReachedByStrangers() {
    SoftPhone phone = office.registered();

    stranger.dial(uri("000000000000")).expectStatus(404);
    stranger.dial("sip:" + phone.account().user() + "@" + office.domain()).expectStatus(407);
    stranger.dial("sip:" + phone.account().user() + "@sip.voipbin.net").expectStatus(407);
    phone.expectNoCall(Duration.ofMillis(300));
  }

  private Call talk(String hash, SoftPhone phone) {
    var dialled = stranger.dial(uri(hash));
    Call party = phone.expectCall().ring().answer();
    Call call = dialled.expectAnswer();
    call.media().sayTone(440);
    party.media().awaitTone(440, Duration.ofMillis(300), PATIENCE);
    return call;
  }

  private static String uri(String hash) {
    return "sip:direct." + hash + "@sip.voipbin.net";
  }
}
