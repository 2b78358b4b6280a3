package org.tandemvoice.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.web.EventListener;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Who was let in and would not be any more loses the connection at once; nobody else does. */
@PlatformTest
class WithdrawnCredentialsIT {

  /** Connections are looked at every 30 s anyway: what is at once comes before. */
  private static final Duration AT_ONCE = Duration.ofSeconds(12);

  private static final int POLICY = 1008;

  private final List<EventListener> listeners = new ArrayList<>();
  private Payer payer;
  private ApiClient api;
  private String customer;

  @BeforeEach
  void open() {
    payer = Payer.open();
    api = payer.api();
    customer = payer.customer();
  }

  @AfterEach
  void close() {
    listeners.forEach(EventListener::close);
    payer.close();
  }

  /** A connection that hears all of its customer. */
  private EventListener connect(Payer owner, String credential) {
    String base = Platform.shared().api().toString().replaceFirst("http", "ws");
    EventListener listener = EventListener.at(URI.create(base + "/v1.0/ws?" + credential));
    listeners.add(listener.subscribe("customer_id:" + owner.customer() + ":*"));
    awaitTag(owner, listener);
    return listener;
  }

  private EventListener connect(String credential) {
    return connect(payer, credential);
  }

  /** It hears what is told now; or soon, if it has just subscribed. */
  private static void awaitTag(Payer owner, EventListener listener) {
    JsonObject tag = of("{'name':'t','detail':''}");
    String id = owner.api().post("/v1.0/tags", tag).expect(200).object().getString("id");
    Platform.await(
        "an event",
        AT_ONCE,
        () -> {
          owner.api().put("/v1.0/tags/" + id, tag).expect(200);
          return !listener.types(id).isEmpty();
        });
  }

  private EventListener withKey() {
    return connect("accesskey=" + payer.office().accessKey());
  }

  private JsonObject agent(String username) {
    String agent = "{'username':'%s','password':'correct horse','permission':32}";
    return api.post("/v1.0/agents", of(agent, username)).expect(201).object();
  }

  private EventListener signedIn(String username) {
    JsonObject login = of("{'username':'%s','password':'correct horse'}", username);
    ApiAnswer answer = Platform.shared().anonymous().post("/auth/login", login).expect(200);
    return connect("token=" + answer.object().getString("token"));
  }

  @Test
  void theKeyIsDeleted() {
    JsonObject order = of("{'name':'socket','expire':86400}");
    JsonObject key = api.post("/v1.0/accesskeys", order).expect(200).object();
    EventListener withdrawn = connect("accesskey=" + key.getString("token"));
    EventListener other = withKey();

    api.delete("/v1.0/accesskeys/" + key.getString("id")).expect(200);

    assertThat(withdrawn.awaitClose(AT_ONCE)).isEqualTo(POLICY);
    JsonObject told =
        other.await(event -> event.getString("type").equals("accesskey_deleted"), AT_ONCE);
    assertThat(told.getJsonObject("data").getString("id")).isEqualTo(key.getString("id"));
    assertThat(told.toString()).doesNotContain(key.getString("token"));
    awaitTag(payer, other);
  }

  @Test
  void theAgentHasAnotherPasswordLessPermissionOrIsGone() {
    String path = "/v1.0/agents/";
    JsonObject anna = agent("anna-" + customer);
    JsonObject bert = agent("bert-" + customer);
    JsonObject carl = agent("carl-" + customer);
    EventListener annas = signedIn(anna.getString("username"));
    EventListener berts = signedIn(bert.getString("username"));
    EventListener carls = signedIn(carl.getString("username"));

    api.put(path + carl.getString("id") + "/addresses", of("{'addresses':[]}")).expect(200);
    api.put(path + anna.getString("id") + "/password", of("{'password':'another one'}"))
        .expect(200);
    assertThat(annas.awaitClose(AT_ONCE)).isEqualTo(POLICY);
    api.put(path + bert.getString("id") + "/permission", of("{'permission':16}")).expect(200);
    assertThat(berts.awaitClose(AT_ONCE)).isEqualTo(POLICY);
    awaitTag(payer, carls);

    api.delete(path + carl.getString("id")).expect(200);
    assertThat(carls.awaitClose(AT_ONCE)).isEqualTo(POLICY);
  }

  @Test
  void theCustomerIsFrozen() {
    EventListener key = withKey();
    agent("anna-" + customer);
    EventListener token = signedIn("anna-" + customer);
    String extension = payer.office().extension().user();
    JsonObject hash = of("{'direct_hash':'%s'}", directHash(extension));
    ApiClient anybody = Platform.shared().anonymous();
    String direct = anybody.post("/auth/boot", hash).expect(200).object().getString("token");
    assertThat(anybody.get("/v1.0/calls?token=" + direct).expect(403).body())
        .contains("DIRECT_ACCESS_NOT_SUPPORTED");
    try (Payer other = Payer.open()) {
      EventListener beside = connect(other, "accesskey=" + other.office().accessKey());

      payer.admin().post("/v1.0/customers/" + customer + "/freeze").expect(200);

      assertThat(key.awaitClose(AT_ONCE)).isEqualTo(POLICY);
      assertThat(token.awaitClose(AT_ONCE)).isEqualTo(POLICY);
      assertThat(anybody.post("/auth/boot", hash).expect(403).body()).contains("ACCOUNT_FROZEN");
      assertThat(anybody.get("/v1.0/calls?token=" + direct).expect(403).body())
          .contains("ACCOUNT_FROZEN");
      awaitTag(other, beside);
    }
    payer.admin().post("/v1.0/customers/" + customer + "/recover").expect(200);
    withKey();
    anybody.post("/auth/boot", hash).expect(200);
  }

  private String directHash(String extension) {
    return api.get("/v1.0/extensions").expect(200).result().stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("extension").equals(extension))
        .findFirst()
        .orElseThrow()
        .getString("direct_hash");
  }

  @Test
  void theCustomerIsDeletedAndItsCallsEnd() {
    EventListener key = withKey();
    String extension = payer.office().extension().user();
    JsonObject hash = of("{'direct_hash':'%s'}", directHash(extension));
    ApiClient anybody = Platform.shared().anonymous();
    String direct = anybody.post("/auth/boot", hash).expect(200).object().getString("token");
    String id = payer.call(Carrier.farNumber());
    Call far = payer.carrier().peer().expectCall().answer();
    api.awaitStatus(id, "progressing", AT_ONCE);

    payer.admin().delete("/v1.0/customers/" + customer).expect(200);

    assertThat(key.awaitClose(AT_ONCE)).isEqualTo(POLICY);
    far.awaitEnd();
    anybody.get("/v1.0/calls?token=" + direct).expect(401);
    anybody.post("/auth/boot", hash).expect(404);
    payer.admin().delete("/v1.0/customers/" + customer).expect(404);
    Platform.await(
        "the bill",
        AT_ONCE,
        () -> account().getJsonNumber("balance_reserved").bigDecimalValue().signum() == 0);
    assertThat(account().getJsonNumber("balance").bigDecimalValue()).isEqualByComparingTo("99.99");
  }

  private JsonObject account() {
    return payer.admin().get("/v1.0/billing_accounts/" + customer).expect(200).object();
  }
}
