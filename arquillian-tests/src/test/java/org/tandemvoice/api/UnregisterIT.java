package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** A customer that goes, and one that comes back in time. */
@PlatformTest
class UnregisterIT {

  private static final String PATH = "/auth/unregister";
  private static final JsonObject CONFIRMED = Body.of("{'confirmation_phrase':'DELETE'}");

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();
  private final String customer = api.customerId();

  private ApiClient signedIn(int permission) {
    String username = "anna-" + permission + "-" + customer;
    String login = "'username':'" + username + "','password':'correct horse'";
    api.post("/v1.0/agents", Body.of("{" + login + ",'permission':" + permission + "}"))
        .expect(201);
    return Platform.shared().anonymous().login(username, "correct horse");
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, "/v1.0" + PATH, "/v1" + PATH})
  void isFrozenForThirtyDaysAndMayComeBack(String path) {
    SoftPhone phone = office.registered();

    JsonObject gone = api.post(path, CONFIRMED).expect(200).object();

    assertThat(gone.getString("id")).isEqualTo(customer);
    assertThat(gone.getString("status")).isEqualTo("frozen");
    Instant deletion = Instant.parse(gone.getString("tm_deletion_scheduled"));
    assertThat(Duration.between(Instant.now(), deletion))
        .isBetween(Duration.ofDays(30).minusMinutes(5), Duration.ofDays(30).plusMinutes(5));
    assertThat(api.get("/v1.0/customer").expect(403).body()).contains("ACCOUNT_FROZEN");
    api.post(path, CONFIRMED).expect(409);
    phone.dial("sip:" + phone.account().user() + "@" + office.domain()).expectStatus(403);

    JsonObject back = api.delete(path).expect(200).object();

    assertThat(back.getString("status")).isEqualTo("active");
    assertThat(back.getString("tm_deletion_scheduled")).startsWith("9999-01-01");
    assertThat(api.get("/v1.0/customer").expect(200).object()).isEqualTo(back);
    api.delete(path).expect(409);
  }

  @Test
  void whoHasSignedInConfirmsByThePasswordAndMaySignInToComeBack() {
    ApiClient anna = signedIn(32);
    Map.of(
            "{'confirmation_phrase':'DELETE'}", "confirmation_phrase",
            "{'password':'correct horse','confirmation_phrase':'DELETE'}", "confirmation_phrase",
            "{'password':'wrong'}", "password",
            "{}", "password",
            "{'password':'correct horse','immediate':'soon'}", "immediate")
        .forEach((body, field) -> assertRefused(anna.post(PATH, Body.of(body)), field));
    signedIn(64).post(PATH, Body.of("{'password':'correct horse'}")).expect(403);
    api.get("/v1.0/customer").expect(200);

    anna.post(PATH, Body.of("{'password':'correct horse'}")).expect(200);

    ApiClient again = Platform.shared().anonymous().login("anna-32-" + customer, "correct horse");
    again.get("/v1.0/customer").expect(403);
    again.delete(PATH).expect(200);
    again.get("/v1.0/customer").expect(200);
  }

  @Test
  void whoHasAKeyConfirmsByThePhrase() {
    assertRefused(
        api.post(PATH, Body.of("{'confirmation_phrase':'delete'}")), "confirmation_phrase");
    assertRefused(api.post(PATH, Body.of("{}")), "confirmation_phrase");
    assertRefused(api.post(PATH, Body.of("{'password':'x'}")), "password");
    Platform.shared().anonymous().post(PATH, CONFIRMED).expect(401);
    api.delete(PATH).expect(409);
    api.get("/v1.0/customer").expect(200);
  }

  private static void assertRefused(ApiAnswer answer, String field) {
    assertThat(answer.expect(400).body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void isDeletedAtOnceIfItWantsToBe() {
    JsonObject number = Body.of("{'number':'" + Carrier.nearNumber() + "'}");
    JsonObject trunk =
        Body.of(
            "{'name':'t','detail':'','domain_name':'t"
                + customer.substring(customer.length() - 12)
                + "','auth_types':['basic'],'username':'u','password':'p','allowed_ips':[]}");
    api.post("/v1.0/numbers", number).expect(200);
    api.post("/v1.0/trunks", trunk).expect(200);
    api.post(PATH, CONFIRMED).expect(200);

    JsonObject gone =
        api.post(PATH, Body.of("{'confirmation_phrase':'DELETE','immediate':true}"))
            .expect(200)
            .object();

    assertThat(gone.getString("status")).isEqualTo("deleted");
    assertThat(gone.getString("tm_delete")).doesNotStartWith("9999");
    api.get("/v1.0/customer").expect(401);
    api.delete(PATH).expect(401);
    Tenant.administrator().get("/v1.0/customers/" + customer).expect(404);
    Tenant another = Tenant.fresh();
    another.api().post("/v1.0/numbers", number).expect(200);
    another.api().post("/v1.0/trunks", trunk).expect(200);
  }

  @Test
  void whomTheAdministratorFroseNeitherGoesNorComesBack() {
    Tenant.administrator().post("/v1.0/customers/" + customer + "/freeze").expect(200);

    api.delete(PATH).expect(409);
    api.post(PATH, CONFIRMED).expect(409);
    api.post(PATH, Body.of("{'confirmation_phrase':'DELETE','immediate':true}")).expect(409);

    Tenant.administrator().post("/v1.0/customers/" + customer + "/recover").expect(200);
    api.post(PATH, CONFIRMED).expect(200);
    JsonObject back =
        Tenant.administrator()
            .post("/v1.0/customers/" + customer + "/recover")
            .expect(200)
            .object();
    assertThat(back.getString("tm_deletion_scheduled")).startsWith("9999-01-01");
    api.get("/v1.0/customer").expect(200);
  }

  @Test
  void theAdministratorsOfThePlatformStay() {
    String password = Platform.shared().administrator().getProperty("password");
    ApiAnswer answer =
        Tenant.administrator().post(PATH, Body.of("{'password':'" + password + "'}"));

    assertThat(answer.expect(409).body()).contains("lock themselves out");
    Tenant.administrator().get("/v1.0/customer").expect(200);
  }
}
