package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** {@code /numbers}, and what a call to one reaches. */
@PlatformTest
class NumbersIT {

  private static final String NIL = "00000000-0000-0000-0000-000000000000";

  private FlowTenant tenant;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
  }

  @Test
  void isPurchasedOnceAndGivenBack() {
    JsonObject made = tenant.number(",'name':'front desk'");
    String path = "/v1.0/numbers/" + made.getString("id");

    assertThat(made.getString("status")).isEqualTo("active");
    assertThat(made.getString("type")).isEqualTo("normal");
    assertThat(made.getString("flow_id")).isEqualTo(NIL);
    String again = "{'number':'" + made.getString("number") + "'}";
    FlowTenant other = FlowTenant.fresh();
    other.api().post("/v1.0/numbers", FlowTenant.json(again)).expect(409);
    other.api().get(path).expect(404);
    assertThat(tenant.api().get("/v1.0/numbers").expect(200).result()).hasSize(1);

    assertThat(tenant.api().delete(path).expect(200).object().getString("status"))
        .isEqualTo("deleted");
    tenant.api().get(path).expect(404);
    other.api().post("/v1.0/numbers", FlowTenant.json(again)).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"010-1234-5678", "15551234567", "+1 555 123 4567", "+1555", "", "one"})
  void isInE164FormOrRefused(String number) {
    String body =
        tenant
            .api()
            .post("/v1.0/numbers", FlowTenant.json("{'number':'" + number + "'}"))
            .expect(400)
            .body();

    assertThat(body).contains("\"field\":\"number\"");
    assertThat(tenant.api().get("/v1.0/numbers").expect(200).result()).isEmpty();
  }

  @Test
  void isToldOfAndNotesWhetherItsMediaIsToBeLookedInto() {
    try (EventSink sink = EventSink.open()) {
      JsonObject webhook =
          FlowTenant.json(
              "{'url':'"
                  + sink.url()
                  + "','events':['number_created','number_updated','number_deleted']}");
      tenant.api().post("/v1.0/webhooks", webhook).expect(200);
      JsonObject made = tenant.number("");
      String path = "/v1.0/numbers/" + made.getString("id");
      JsonObject wanted = FlowTenant.json("{'rtp_debug':true}");
      assertThat(made.getJsonObject("metadata")).isEqualTo(FlowTenant.json("{'rtp_debug':false}"));

      JsonObject noted = tenant.api().put(path + "/metadata", wanted).expect(200).object();

      assertThat(noted.getJsonObject("metadata")).isEqualTo(wanted);
      assertThat(tenant.api().get(path).expect(200).object()).isEqualTo(noted);
      assertThat(tenant.api().put(path + "/metadata", FlowTenant.json("{'rtp_debug':1}")).body())
          .contains("\"field\":\"rtp_debug\"");
      FlowTenant.fresh().api().put(path + "/metadata", wanted).expect(404);
      tenant.api().delete(path).expect(200);
      sink.await(event -> event.type().equals("number_deleted"), Duration.ofSeconds(10));
      assertThat(sink.types(made.getString("id")))
          .containsExactly("number_created", "number_updated", "number_deleted");
    }
  }

  @Test
  void leadsIntoAConference() {
    String conference =
        tenant
            .api()
            .post("/v1.0/conferences", FlowTenant.json("{'name':'room'}"))
            .expect(200)
            .object()
            .getString("id");
    String flow =
        tenant
            .flow(
                "[{'type':'answer'},{'type':'conference_join','option':{'conference_id':'"
                    + conference
                    + "'}}]")
            .getString("id");
    String number = tenant.number(",'flow_id':'" + flow + "'").getString("number");
    String domain = Platform.shared().registrar(tenant.api().customerId());
    try (SoftPhone anna = tenant.phone("1001");
        SoftPhone bert = tenant.phone("1002")) {
      Call annas = anna.dial("sip:" + number + "@" + domain).expectAnswer();
      Call berts = bert.dial("sip:" + number + "@" + domain).expectAnswer();
      annas.media().sayTone(ANNA);
      berts.media().sayTone(BERT);

      assertHears(annas, BERT);
      assertHears(berts, ANNA);
      assertThat(
              tenant
                  .api()
                  .get("/v1.0/conferences/" + conference)
                  .expect(200)
                  .object()
                  .getInt("participant_count"))
          .isEqualTo(2);
      annas.hangUp();
      berts.hangUp();
    }
  }

  @Test
  void takesItsFlowByEitherName() {
    String flow = tenant.flow("[{'type':'answer'}]").getString("id");
    String path = "/v1.0/numbers/" + tenant.number("").getString("id");

    JsonObject byOld = FlowTenant.json("{'flow_id':'" + flow + "'}");
    assertThat(tenant.api().put(path, byOld).expect(200).object().getString("call_flow_id"))
        .isEqualTo(flow);
    JsonObject none = FlowTenant.json("{'call_flow_id':'" + NIL + "'}");
    assertThat(tenant.api().put(path + "/flow_ids", none).expect(200).object().getString("flow_id"))
        .isEqualTo(NIL);
    JsonObject unknown = FlowTenant.json("{'flow_id':'" + NIL.replace('0', '1') + "'}");
    assertThat(tenant.api().put(path, unknown).expect(404).body()).contains("FLOW_NOT_FOUND");
  }

  @Test
  void proposesNumbersNobodyOwns() {
    var proposed = tenant.api().get("/v1.0/available_numbers?country_code=GB&page_size=3");

    assertThat(proposed.expect(200).result()).hasSize(3);
    String first = proposed.result().getJsonObject(0).getString("number");
    assertThat(first).startsWith("+44");
    tenant.api().post("/v1.0/numbers", FlowTenant.json("{'number':'" + first + "'}")).expect(200);
    assertThat(tenant.api().get("/v1.0/available_numbers?country_code=GB&page_size=3").body())
        .doesNotContain(first);
    tenant.api().get("/v1.0/available_numbers?country_code=Nowhere").expect(400);
  }

  @Test
  void mustBeOwnedToCallFrom() {
    tenant.phone("1001").close();
    String body =
        "{'source':{'type':'tel','target':'+15553334444'},"
            + "'destinations':[{'type':'extension','target':'1001'}]}";

    assertThat(tenant.api().post("/v1.0/calls", FlowTenant.json(body)).expect(400).body())
        .contains("\"field\":\"source.target\"");
    assertThat(tenant.api().get("/v1.0/calls").expect(200).result()).isEmpty();
  }

  @Test
  void ringsUntilItsFlowAnswersAndRunsIt() {
    String flow =
        tenant
            .flow(
                "[{'type':'sleep','option':{'duration':500}},{'type':'answer'},"
                    + "{'type':'talk','option':{'text':'Welcome to ${voipbin.call.destination.target}'}}]")
            .getString("id");
    JsonObject number = tenant.number(",'flow_id':'" + flow + "'");

    try (SoftPhone phone = tenant.phone("1001")) {
      OutgoingCall dialling = phone.dial(uri(phone, number.getString("number")));
      dialling.expectRinging();
      Call call = dialling.expectAnswer(Duration.ofSeconds(10));
      call.awaitEnd(Duration.ofSeconds(20));

      assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofSeconds(1));
    }
    JsonObject made = tenant.api().get("/v1.0/calls").expect(200).result().getJsonObject(0);
    assertThat(made.getString("direction")).isEqualTo("incoming");
    assertThat(made.getString("flow_id")).isEqualTo(flow);
    assertThat(made.getJsonObject("destination").getString("type")).isEqualTo("tel");
  }

  @Test
  void refusesTheCallerAsItsFlowSays() {
    String flow = tenant.flow("[{'type':'hangup','option':{'reason':'busy'}}]").getString("id");
    JsonObject number = tenant.number(",'flow_id':'" + flow + "'");

    try (SoftPhone phone = tenant.phone("1001")) {
      phone.dial(uri(phone, number.getString("number"))).expectStatus(486);
    }
  }

  @Test
  void answers404WithoutAFlowOrAnOwner() {
    JsonObject idle = tenant.number("");
    JsonObject foreign = FlowTenant.fresh().number("");

    try (SoftPhone phone = tenant.phone("1001")) {
      phone.dial(uri(phone, idle.getString("number"))).expectStatus(404);
      phone.dial(uri(phone, foreign.getString("number"))).expectStatus(404);
      phone.dial(uri(phone, "agent:6f1e6f6e-0000-4000-8000-000000000001")).expectStatus(404);
    }
  }

  private static String uri(SoftPhone phone, String user) {
    return "sip:" + user + "@" + phone.account().domain();
  }
}
