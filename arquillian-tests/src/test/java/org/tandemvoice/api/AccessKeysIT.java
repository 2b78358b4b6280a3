package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /accesskeys}. */
@PlatformTest
class AccessKeysIT {

  private Tenant tenant;

  @BeforeEach
  void open() {
    tenant = Tenant.fresh();
  }

  @Test
  void showsTheTokenOnceAndItsPrefixEverAfter() {
    JsonObject made = create("{'name':'ci','detail':'d','expire':86400}");
    String path = "/v1.0/accesskeys/" + made.getString("id");

    JsonObject read = tenant.api().get(path).expect(200).object();

    assertThat(made.getString("token")).matches("vb_[A-Za-z0-9_-]{43}");
    assertThat(read).doesNotContainKey("token");
    assertThat(read.getString("token_prefix")).isEqualTo(made.getString("token").substring(0, 11));
    assertThat(read.getString("name")).isEqualTo("ci");
    assertThat(life(read)).isEqualTo(Duration.ofDays(1));
    assertThat(tenant.api().get("/v1.0/accesskeys").expect(200).body())
        .contains(made.getString("id"))
        .doesNotContain(made.getString("token"));
  }

  @Test
  void actsForItsCustomerUntilItIsDeleted() {
    JsonObject made = create("{'expire':86400}");
    ApiClient client = client(made);
    assertThat(client.customerId()).isEqualTo(tenant.id());

    tenant.api().delete("/v1.0/accesskeys/" + made.getString("id")).expect(200);

    assertThat(client.get("/v1.0/customer").expect(401).body()).contains("INVALID_CREDENTIALS");
    tenant.api().get("/v1.0/accesskeys/" + made.getString("id")).expect(404);
    tenant.api().delete("/v1.0/accesskeys/" + made.getString("id")).expect(404);
  }

  @Test
  void isRenamedButNotProlonged() {
    JsonObject made = create("{'name':'old','detail':'kept','expire':86400}");

    JsonObject renamed =
        tenant
            .api()
            .put(
                "/v1.0/accesskeys/" + made.getString("id"),
                Body.of("{'name':'new','expire':999999}"))
            .expect(200)
            .object();

    assertThat(renamed.getString("name")).isEqualTo("new");
    assertThat(renamed.getString("detail")).isEqualTo("kept");
    assertThat(renamed.getString("tm_expire")).isEqualTo(made.getString("tm_expire"));
    assertThat(renamed.getString("tm_update")).doesNotStartWith("9999");
  }

  @Test
  void refusesALifeOfLessThanADay() {
    JsonObject error =
        tenant
            .api()
            .post("/v1.0/accesskeys", Body.of("{'name':'n','expire':86399}"))
            .expect(400)
            .object()
            .getJsonObject("error");

    assertThat(error.getString("reason")).isEqualTo("INVALID_ARGUMENT");
    assertThat(error.getJsonArray("details").getJsonObject(0).getString("field"))
        .isEqualTo("expire");
    assertThat(tenant.api().get("/v1.0/accesskeys").expect(200).result()).hasSize(1);
  }

  @Test
  void pinsTheShapeOfPlacedCalls() {
    tenant.extension("100");
    JsonObject order = Body.of("{'destinations':[{'type':'extension','target':'100'}]}");

    JsonObject grouped =
        client(create("{'expire':86400,'api_version':'2026-08'}"))
            .post("/v1.0/calls", order)
            .expect(200)
            .object();

    assertThat(grouped.getJsonArray("calls")).isEmpty();
    assertThat(grouped.getJsonArray("groupcalls").getJsonObject(0).getJsonArray("call_ids"))
        .hasSize(1);
    assertThat(tenant.api().post("/v1.0/calls", order).expect(200).array()).hasSize(1);
  }

  @Test
  void aRequestMayAskForAnotherShapeThanItsKey() {
    tenant.extension("100");
    JsonObject order = Body.of("{'destinations':[{'type':'extension','target':'100'}]}");
    String key = create("{'expire':86400}").getString("token");
    URI uri = Platform.shared().api().resolve("/v1.0/calls?accesskey=" + key);

    assertThat(place(uri, order, "2026-08").body()).startsWith("{\"calls\":");
    assertThat(place(uri, order, "2026-02").body()).startsWith("[{");
    assertThat(place(uri, order, "2025-01").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> place(URI uri, JsonObject order, String version) {
    return RawHttp.send(
        "POST",
        uri,
        order.toString(),
        "Content-Type",
        "application/json",
        "X-Api-Version",
        version);
  }

  private JsonObject create(String body) {
    return tenant.api().post("/v1.0/accesskeys", Body.of(body)).expect(200).object();
  }

  private static ApiClient client(JsonObject key) {
    return Platform.shared().anonymous().withAccessKey(key.getString("token"));
  }

  private static Duration life(JsonObject key) {
    return Duration.between(
        Instant.parse(key.getString("tm_create")), Instant.parse(key.getString("tm_expire")));
  }
}
