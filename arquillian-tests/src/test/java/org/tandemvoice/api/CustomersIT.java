package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /customer} and {@code /customers}. */
@PlatformTest
class CustomersIT {

  @Test
  void readsAndChangesItself() {
    Tenant tenant = Tenant.fresh();

    JsonObject changed =
        tenant
            .api()
            .put(
                "/v1.0/customer",
                Body.of(
                    "{'name':'Ünïcode ☎','email':'a@example.com','webhook_method':'POST',"
                        + "'webhook_uri':'https://example.com/hook'}"))
            .expect(200)
            .object();

    assertThat(changed.getString("id")).isEqualTo(tenant.id());
    assertThat(changed.getString("name")).isEqualTo("Ünïcode ☎");
    assertThat(changed.getString("webhook_uri")).isEqualTo("https://example.com/hook");
    assertThat(tenant.api().get("/v1/customer").expect(200).object()).isEqualTo(changed);
  }

  @Test
  void changesNothingIfOneFieldIsWrong() {
    Tenant tenant = Tenant.fresh();
    JsonObject before = tenant.api().get("/v1.0/customer").expect(200).object();

    tenant
        .api()
        .put("/v1.0/customer", Body.of("{'name':'new','webhook_uri':'ftp://example.com'}"))
        .expect(400);

    assertThat(tenant.api().get("/v1.0/customer").expect(200).object()).isEqualTo(before);
  }

  @Test
  void areForPlatformAdministratorsOnly() {
    Tenant tenant = Tenant.fresh();
    String key = Platform.shared().administrator().getProperty("accesskey");
    ApiClient keyOfThePlatform = Platform.shared().anonymous().withAccessKey(key);

    for (ApiClient client : List.of(tenant.api(), keyOfThePlatform)) {
      assertThat(client.get("/v1.0/customers").expect(403).body()).contains("PERMISSION_DENIED");
      client.get("/v1.0/customers/" + tenant.id()).expect(403);
      client.post("/v1.0/customers", Body.of("{'name':'x'}")).expect(403);
      client.put("/v1.0/customers/" + tenant.id(), Body.of("{'name':'x'}")).expect(403);
      client.delete("/v1.0/customers/" + tenant.id()).expect(403);
    }
  }

  @Test
  void areListedReadAndChangedByTheAdministrator() {
    Tenant tenant = Tenant.fresh();
    ApiClient administrator = Tenant.administrator();

    administrator.put("/v1.0/customers/" + tenant.id(), Body.of("{'detail':'vip'}")).expect(200);

    assertThat(administrator.get("/v1.0/customers").expect(200).result())
        .extracting(customer -> customer.asJsonObject().getString("id"))
        .contains(tenant.id());
    assertThat(
            administrator
                .get("/v1.0/customers/" + tenant.id())
                .expect(200)
                .object()
                .getString("detail"))
        .isEqualTo("vip");
  }

  @Test
  void noteWhoseMediaIsToBeLookedInto() {
    Tenant tenant = Tenant.fresh();
    String path = "/v1.0/customers/" + tenant.id() + "/metadata";
    JsonObject wanted = Body.of("{'rtp_debug':true}");
    assertThat(tenant.api().get("/v1.0/customer").object().getJsonObject("metadata"))
        .isEqualTo(Body.of("{'rtp_debug':false}"));

    JsonObject noted = tenant.api().put("/v1.0/customer/metadata", wanted).expect(200).object();

    assertThat(noted.getJsonObject("metadata")).isEqualTo(wanted);
    assertThat(tenant.api().get("/v1.0/customer").expect(200).object()).isEqualTo(noted);
    tenant.api().put(path, wanted).expect(403);
    ApiAnswer wrong = Tenant.administrator().put(path, Body.of("{'rtp_debug':'yes'}"));
    assertThat(wrong.expect(400).body()).contains("\"field\":\"rtp_debug\"");
    Tenant.administrator().put(path, Body.of("{}")).expect(200);
    assertThat(tenant.api().get("/v1.0/customer").object().getJsonObject("metadata"))
        .isEqualTo(wanted);
    JsonObject cleared =
        Tenant.administrator().put(path, Body.of("{'rtp_debug':false}")).expect(200).object();
    assertThat(cleared.getJsonObject("metadata")).isEqualTo(Body.of("{'rtp_debug':false}"));
    assertThat(cleared).containsKey("terms_agreed_ip");
  }

  @Test
  void loseTheirCredentialsWhenTheyAreDeleted() {
    Tenant tenant = Tenant.fresh();
    ApiClient administrator = Tenant.administrator();

    JsonObject deleted =
        administrator.delete("/v1.0/customers/" + tenant.id()).expect(200).object();

    assertThat(deleted.getString("status")).isEqualTo("deleted");
    assertThat(deleted.getString("tm_delete")).doesNotStartWith("9999");
    tenant.api().get("/v1.0/customer").expect(401);
    administrator.get("/v1.0/customers/" + tenant.id()).expect(404);
  }

  @Test
  void cannotDeleteTheGroundTheyStandOn() {
    String own = Platform.shared().administrator().getProperty("customer_id");

    assertThat(Tenant.administrator().delete("/v1.0/customers/" + own).expect(409).body())
        .contains("STATE_INVALID");
  }

  @Test
  void payFromTheirOwnAccountAndNoOther() {
    Tenant tenant = Tenant.fresh();
    Tenant stranger = Tenant.fresh();
    String own = tenant.api().get("/v1.0/billing_account").expect(200).object().getString("id");
    String path = "/v1.0/customers/" + tenant.id() + "/billing_account_id";
    ApiClient admin = Tenant.administrator();

    for (ApiAnswer answer :
        List.of(
            tenant.api().put("/v1.0/customer/billing_account_id", account(own)),
            admin.put(path, account(own)))) {
      assertThat(answer.expect(200).object().getString("billing_account_id")).isEqualTo(own);
    }
    for (ApiAnswer refused :
        List.of(
            tenant.api().put("/v1.0/customer/billing_account_id", account(stranger.id())),
            admin.put(path, account(stranger.id())))) {
      assertThat(refused.expect(404).body()).contains("BILLING_ACCOUNT_NOT_FOUND");
    }
    for (String wrong : List.of("{}", "{'billing_account_id':'mine'}")) {
      ApiAnswer refused =
          tenant.api().put("/v1.0/customer/billing_account_id", Body.of(wrong)).expect(400);
      assertThat(refused.body()).contains("\"field\":\"billing_account_id\"");
    }
    tenant.api().put(path, account(own)).expect(403);
    admin
        .put("/v1.0/customers/" + UUID.randomUUID() + "/billing_account_id", account(own))
        .expect(404);
    assertThat(
            tenant.api().get("/v1.0/customer").expect(200).object().getString("billing_account_id"))
        .isEqualTo(own);
  }

  private static JsonObject account(String id) {
    return Body.of("{'billing_account_id':'" + id + "'}");
  }

  @Test
  void areToldIfThereIsNoPageToPayAt() {
    for (String path : List.of("/v1.0/billing_account/", "/v1.0/billing-account/")) {
      assertThat(Tenant.fresh().api().post(path + "paddle_portal_session").expect(409).body())
          .contains("STATE_INVALID", "PAYMENT_PORTAL_URL");
    }
  }
}
