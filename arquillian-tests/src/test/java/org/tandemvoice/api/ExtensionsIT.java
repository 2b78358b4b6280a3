package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.platform.PlatformTest;

/** {@code /extensions}, as the softphone tutorial describes it (seed 000). */
@PlatformTest
class ExtensionsIT {

  private static final String UNSET = "9999-01-01T00:00:00.000000Z";

  private Tenant tenant;

  @BeforeEach
  void open() {
    tenant = Tenant.fresh();
  }

  @Test
  void isMadeAsTheTutorialSays() {
    JsonObject made =
        tenant
            .api()
            .post(
                "/v1.0/extensions",
                Body.of(
                    "{'name':'quickstart-phone','detail':'Quickstart softphone extension',"
                        + "'extension':'quickstart1','password':'your-secure-password-here'}"))
            .expect(200)
            .object();

    assertThat(made.getString("customer_id")).isEqualTo(tenant.id());
    assertThat(made.getString("domain_name")).isEqualTo(tenant.id());
    assertThat(made.getString("username")).isEqualTo("quickstart1");
    assertThat(made.getString("password")).isEqualTo("your-secure-password-here");
    assertThat(made.getString("direct_hash")).matches("[0-9a-f]{12}");
    assertThat(made.getString("tm_create"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
    assertThat(made.getString("tm_update")).isEqualTo(UNSET);
    assertThat(made.getString("tm_delete")).isEqualTo(UNSET);
    assertThat(tenant.api().get(path(made)).expect(200).object()).isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "detail", "extension", "password"})
  void needsAllFourFields(String missing) {
    JsonObject body =
        Json.createObjectBuilder(Tenant.extensionBody("1001")).remove(missing).build();

    JsonObject answer = tenant.api().post("/v1.0/extensions", body).expect(400).object();

    JsonObject error = answer.getJsonObject("error");
    assertThat(error.getJsonArray("details").getJsonObject(0).getString("field"))
        .isEqualTo(missing);
    assertThat(answer.getString("message")).isEqualTo(error.getString("message"));
    assertThat(tenant.api().get("/v1.0/extensions").expect(200).result()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10 01", "(100)", "10-01", "ä", "a@b", ""})
  void isOfLettersAndDigits(String value) {
    tenant.api().post("/v1.0/extensions", Tenant.extensionBody(value)).expect(400);
  }

  @Test
  void isUniqueWithinItsCustomerWhileItLives() {
    JsonObject first = tenant.extension("1001");

    assertThat(
            tenant.api().post("/v1.0/extensions", Tenant.extensionBody("1001")).expect(409).body())
        .contains("EXTENSION_ALREADY_EXISTS");
    Tenant.fresh().extension("1001");

    tenant.api().delete(path(first)).expect(200);
    assertThat(tenant.extension("1001").getString("id")).isNotEqualTo(first.getString("id"));
  }

  @Test
  void isMadeOnceHoweverManyAskAtOnce() {
    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            tenant
                                .api()
                                .post("/v1.0/extensions", Tenant.extensionBody("1001"))
                                .status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
    assertThat(tenant.api().get("/v1.0/extensions").expect(200).result()).hasSize(1);
  }

  @Test
  void keepsItsValueAndWhatAChangeLeavesOut() {
    JsonObject made = tenant.extension("1001");

    JsonObject changed =
        tenant
            .api()
            .put(path(made), Body.of("{'password':'other','extension':'2002'}"))
            .expect(200)
            .object();

    assertThat(changed.getString("password")).isEqualTo("other");
    assertThat(changed.getString("extension")).isEqualTo("1001");
    assertThat(changed.getString("name")).isEqualTo(made.getString("name"));
    assertThat(changed.getString("tm_update")).isNotEqualTo(UNSET);
  }

  @Test
  void vanishesWhenDeleted() {
    JsonObject made = tenant.extension("1001");

    JsonObject deleted = tenant.api().delete(path(made)).expect(200).object();

    assertThat(deleted.getString("tm_delete")).isNotEqualTo(UNSET);
    assertThat(tenant.api().get(path(made)).expect(404).body()).contains("EXTENSION_NOT_FOUND");
    tenant.api().put(path(made), Body.of("{}")).expect(404);
    tenant.api().delete(path(made)).expect(404);
    assertThat(tenant.api().get("/v1.0/extensions").expect(200).result()).isEmpty();
  }

  @Test
  void getsAnotherDirectHash() {
    JsonObject made = tenant.extension("1001");

    JsonObject regenerated =
        tenant.api().post(path(made) + "/direct-hash-regenerate").expect(200).object();

    assertThat(regenerated.getString("direct_hash"))
        .matches("[0-9a-f]{12}")
        .isNotEqualTo(made.getString("direct_hash"));
    assertThat(regenerated.getString("tm_update")).isNotEqualTo(UNSET);
  }

  @Test
  void keepsTextOfEveryScript() {
    JsonObject body =
        Body.of("{'name':'😀 Büro','detail':'中文','extension':'1001','password':'pä😀 ss'}");

    JsonObject made = tenant.api().post("/v1.0/extensions", body).expect(200).object();

    JsonObject read = tenant.api().get(path(made)).expect(200).object();
    assertThat(read.getString("name")).isEqualTo("😀 Büro");
    assertThat(read.getString("detail")).isEqualTo("中文");
    assertThat(read.getString("password")).isEqualTo("pä😀 ss");
  }

  private static String path(JsonObject extension) {
    return "/v1.0/extensions/" + extension.getString("id");
  }
}
