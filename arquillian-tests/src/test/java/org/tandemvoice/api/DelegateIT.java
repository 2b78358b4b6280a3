package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Support staff that acts for a customer, and what the customer sees of it. */
@PlatformTest
class DelegateIT {

  private static final String PATH = "/auth/delegate";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Tenant tenant;

  @BeforeEach
  void open() {
    tenant = Tenant.fresh();
  }

  private static JsonObject order(String customer, String reason) {
    return Body.of("{'customer_id':'" + customer + "','reason':'" + reason + "'}");
  }

  private JsonObject begun(String reason) {
    return Tenant.administrator().post(PATH, order(tenant.id(), reason)).expect(200).object();
  }

  private static ApiClient with(JsonObject begun) {
    return Platform.shared().anonymous().withToken(begun.getString("token"));
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, "/v1.0" + PATH, "/v1" + PATH})
  void actsForTheCustomerAsItsAdminAndNoMore(String path) {
    JsonObject begun =
        Tenant.administrator().post(path, order(tenant.id(), "ticket 7")).expect(200).object();

    assertThat(begun.getString("type")).isEqualTo("delegate");
    assertThat(begun.getString("customer_id")).isEqualTo(tenant.id());
    assertThat(Duration.between(Instant.now(), Instant.parse(begun.getString("expire"))))
        .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(70));
    ApiClient support = with(begun);
    assertThat(support.customerId()).isEqualTo(tenant.id());
    support.put("/v1.0/customer", Body.of("{'detail':'mended'}")).expect(200);
    String extension = support.post("/v1.0/extensions", Tenant.extensionBody("1001")).body();
    assertThat(extension).contains(tenant.id());
    tenant.api().get("/v1.0/extensions").expect(200);
    support.get("/v1.0/customers").expect(403);
    support.post(PATH, order(tenant.id(), "again")).expect(403);
    support.get("/v1.0/me").expect(403);
  }

  @Test
  void theCustomerSeesWhoDidWhatAndWhy() {
    try (EventSink sink = EventSink.open()) {
      tenant
          .api()
          .post(
              "/v1.0/webhooks",
              Body.of("{'url':'" + sink.url() + "','events':['customer_delegate_used']}"))
          .expect(200);
      JsonObject begun = begun("no calls since noon");
      with(begun).get("/v1.0/calls").expect(200);

      sink.await(event -> event.type().equals("customer_delegate_used"), PATIENCE);
      String path = "/v1.0/timelines/customers/" + tenant.id() + "/events";
      JsonArray timeline = tenant.api().get(path).expect(200).result();
      List<JsonObject> events =
          timeline.getValuesAs(JsonObject.class).stream()
              .filter(event -> event.getString("event_type").startsWith("customer_delegate"))
              .toList();
      assertThat(events)
          .extracting(event -> event.getString("event_type"))
          .containsExactly("customer_delegate_created", "customer_delegate_used");
      assertThat(events)
          .extracting(event -> event.getJsonObject("data").getJsonObject("delegate"))
          .allSatisfy(
              told -> {
                assertThat(told.getString("reason")).isEqualTo("no calls since noon");
                assertThat(told.getString("id")).isEqualTo(begun.getString("id"));
                assertThat(told.getString("agent_id")).isNotEmpty();
              });
      JsonObject used = events.get(1).getJsonObject("data").getJsonObject("delegate");
      assertThat(used.getString("method")).isEqualTo("GET");
      assertThat(used.getString("path")).isEqualTo("/v1.0/calls");
      Tenant.fresh().api().get(path).expect(404);
    }
  }

  @Test
  void isForPlatformAdministratorsWithAReasonOnly() {
    Properties platform = Platform.shared().administrator();
    ApiClient key = Platform.shared().anonymous().withAccessKey(platform.getProperty("accesskey"));
    Platform.shared().anonymous().post(PATH, order(tenant.id(), "x")).expect(401);
    key.post(PATH, order(tenant.id(), "x")).expect(403);
    tenant.api().post(PATH, order(tenant.id(), "x")).expect(403);
    ApiClient admin = Tenant.administrator();
    assertRefused(admin.post(PATH, order(tenant.id(), " ")), "reason");
    assertRefused(admin.post(PATH, Body.of("{'customer_id':'" + tenant.id() + "'}")), "reason");
    assertRefused(admin.post(PATH, Body.of("{'reason':'x'}")), "customer_id");
    assertRefused(admin.post(PATH, order("nobody", "x")), "customer_id");
    assertThat(admin.post(PATH, order(UUID.randomUUID().toString(), "x")).expect(404).body())
        .contains("CUSTOMER_NOT_FOUND");
  }

  private static void assertRefused(ApiAnswer answer, String field) {
    assertThat(answer.expect(400).body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void isRefusedWhileTheCustomerIsFrozenAndWhenItIsGone() {
    ApiClient support = with(begun("ticket 8"));
    ApiClient admin = Tenant.administrator();
    admin.post("/v1.0/customers/" + tenant.id() + "/freeze").expect(200);
    assertThat(support.get("/v1.0/customer").expect(403).body()).contains("ACCOUNT_FROZEN");
    admin.delete("/v1.0/customers/" + tenant.id()).expect(200);
    assertThat(support.get("/v1.0/customer").status()).isIn(401, 403);
  }

  /** 8.3 a second, 16 at once; what the customer asks for itself is not counted. */
  @Test
  void hasALimitOfItsOwn() {
    String token = begun("ticket 9").getString("token");
    URI calls = Platform.shared().api().resolve("/v1.0/calls?token=" + token);

    Set<Integer> statuses =
        Stream.generate(() -> RawHttp.send("GET", calls, ""))
            .parallel()
            .limit(60)
            .map(HttpResponse::statusCode)
            .collect(Collectors.toSet());

    assertThat(statuses).containsExactlyInAnyOrder(200, 429);
    tenant.api().get("/v1.0/calls").expect(200);
  }
}
