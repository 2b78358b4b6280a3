package org.tandemvoice.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.PlatformTest;

/** What the customer's web server is told of a transfer (seed 003: {@code transfer_completed}). */
@PlatformTest
class TransferEventsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String CONTEXT =
      "{'customer_id':'cust-12345','issue':'billing dispute','notes':{'tries':[1,2.50,null]}}";

  private final Office office = Office.open();
  private final SoftPhone anna = office.registered();
  private final SoftPhone bert = office.registered();
  private final SoftPhone carl = office.registered();
  private final EventSink sink = EventSink.open();

  @AfterEach
  void close() {
    sink.close();
    office.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attended", "blind"})
  void bringTheContextAsItWasGivenAndSayWhoHasHandedOverToWhom(String type) {
    ApiClient api = office.api();
    api.post("/v1.0/webhooks", of("{'url':'%s','events':['transfer_completed']}", sink.url()))
        .expect(200);
    String from = agent(bert);
    String to = agent(carl);
    JsonObject connect =
        of("{'type':'connect','option':{'destinations':[{'type':'agent','target':'%s'}]}}", from);
    api.call(anna.account().user(), connect);
    Call annas = anna.expectCall().answer();
    Call berts = bert.expectCall().answer();
    String handing = callOf(from);
    api.awaitStatus(handing, "progressing", PATIENCE);

    JsonObject begun =
        api.post(
                "/v1/calls/" + handing + "/transfer",
                of(
                    "{'type':'%s','destination':{'type':'agent','target':'%s'},'context':%s}",
                    type, to, CONTEXT))
            .expect(200)
            .object();
    Call carls = carl.expectCall().ring().answer();
    String id = begun.getString("transfer_id");
    if (type.equals("attended")) {
      api.awaitStatus(begun.getString("consult_call_id"), "progressing", PATIENCE);
      api.post("/v1/transfers/" + id + "/complete").expect(200);
    }
    berts.awaitEnd();

    JsonObject told =
        sink.await(event -> event.type().equals("transfer_completed"), PATIENCE).data();
    assertThat(told.getString("transfer_id")).isEqualTo(id);
    assertThat(told.getJsonObject("context")).isEqualTo(of(CONTEXT));
    assertThat(told.getString("from_agent")).isEqualTo(from);
    assertThat(told.getString("to_agent")).isEqualTo(to);
    assertThat(told.getString("status")).isEqualTo("completed");
    carls.hangUp();
    annas.awaitEnd();
    assertThat(sink.received()).hasSize(1);
  }

  private String agent(SoftPhone phone) {
    return office
        .api()
        .post(
            "/v1.0/agents",
            of(
                "{'username':'agent-%s','password':'x',"
                    + "'addresses':[{'type':'extension','target':'%s'}]}",
                UUID.randomUUID(), phone.account().user()))
        .expect(201)
        .object()
        .getString("id");
  }

  private String callOf(String agent) {
    return office
        .api()
        .get("/v1.0/calls")
        .expect(200)
        .result()
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(call -> call.getString("owner_id").equals(agent))
        .map(call -> call.getString("id"))
        .findFirst()
        .orElseThrow();
  }
}
