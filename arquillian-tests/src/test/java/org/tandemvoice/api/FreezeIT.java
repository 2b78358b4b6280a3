package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** A customer that the administrator of the platform stops, and lets go on. */
@PlatformTest
class FreezeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final JsonObject WAIT =
      action("sleep", Json.createObjectBuilder().add("duration", 60_000).build());

  @AutoClose private final Office office = Office.open();
  private final ApiClient administrator = Tenant.administrator();
  private final String customer = office.api().customerId();

  private ApiAnswer become(String what) {
    return administrator.post("/v1.0/customers/" + customer + "/" + what);
  }

  @Test
  void losesItsCallsAndItsCredentialsUntilItIsRecovered() {
    try (EventSink sink = EventSink.open()) {
      office.api().post("/v1.0/webhooks", Body.of("{'url':'" + sink.url() + "'}")).expect(200);
      String username = "anna-" + customer;
      office
          .api()
          .post(
              "/v1.0/agents",
              Body.of("{'username':'" + username + "','password':'correct horse','permission':32}"))
          .expect(201);
      ApiClient anna = Platform.shared().anonymous().login(username, "correct horse");
      SoftPhone phone = office.registered();
      String id = office.api().call(phone.account().user(), action("answer"), WAIT);
      Call running = phone.expectCall().ring().answer();
      office.api().awaitStatus(id, "progressing", PATIENCE);

      JsonObject frozen = become("freeze").expect(200).object();

      assertThat(frozen.getString("status")).isEqualTo("frozen");
      running.awaitEnd();
      assertRefused(office.api().get("/v1.0/customer"));
      assertRefused(anna.get("/v1.0/calls"));
      office.api().get("/v1.0/ws").expect(403);
      JsonObject login = Body.of("{'username':'" + username + "','password':'correct horse'}");
      assertRefused(Platform.shared().anonymous().post("/auth/login", login));
      JsonObject wrong = Body.of("{'username':'" + username + "','password':'wrong'}");
      assertThat(Platform.shared().anonymous().post("/auth/login", wrong).expect(400).body())
          .isEmpty();
      phone.dial("sip:" + phone.account().user() + "@" + office.domain()).expectStatus(403);
      sink.await(event -> event.type().equals("customer_frozen"), PATIENCE);
      become("freeze").expect(409);

      assertThat(become("recover").expect(200).object().getString("status")).isEqualTo("active");

      JsonObject ended = office.api().awaitStatus(id, "hangup", PATIENCE);
      assertThat(ended.getString("hangup_by")).isEqualTo("local");
      anna.get("/v1.0/calls").expect(200);
      office.api().call(phone.account().user(), action("answer"), WAIT);
      phone.expectCall().ring().answer().hangUp();
      sink.await(event -> event.type().equals("customer_recovered"), PATIENCE);
      become("recover").expect(409);
    }
  }

  private static void assertRefused(ApiAnswer answer) {
    assertThat(answer.expect(403).body()).contains("ACCOUNT_FROZEN");
  }

  @Test
  void canOnlyBeFrozenByTheAdministratorAndNotBeTheAdministrators() {
    office.api().post("/v1.0/customers/" + customer + "/freeze").expect(403);
    office.api().post("/v1.0/customers/" + customer + "/recover").expect(403);
    administrator.post("/v1.0/customers/" + administrator.customerId() + "/freeze").expect(409);
    administrator.post("/v1.0/customers/00000000-0000-0000-0000-00000000dead/freeze").expect(404);
  }
}
