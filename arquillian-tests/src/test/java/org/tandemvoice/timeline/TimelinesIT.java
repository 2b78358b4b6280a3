package org.tandemvoice.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** GET /timelines. */
@PlatformTest
class TimelinesIT {

  @Test
  void showsTheEventsOfACallAndItsStateAtATime() {
    try (Office office = Office.open();
        Office other = Office.open()) {
      ApiClient api = office.api();
      String id = api.call(office.extension().user(), action("answer"));
      api.awaitStatus(id, "hangup", Duration.ofSeconds(8));
      String path = "/v1.0/timelines/calls/" + id;

      assertThat(api.get(path + "/events").expect(200).result())
          .isEqualTo(api.get("/v1.0/calls/" + id + "/events").expect(200).result());
      String created = firstTime(api, path);
      JsonObject atFirst = api.get(path + "/state?at=" + created).expect(200).object();
      JsonObject atLast = api.get(path + "/state?at=2999-01-01T00:00:00Z").expect(200).object();
      assertThat(atLast.getString("status")).isEqualTo("hangup");
      assertThat(atFirst.getString("status")).isEqualTo("dialing");
      assertThat(api.get(path + "/state?at=2001-01-01T00:00:00Z").status()).isEqualTo(404);
      assertThat(api.get(path + "/state?at=noon").status()).isEqualTo(400);
      assertThat(other.api().get(path + "/events").status()).isEqualTo(404);
      String call = "/v1.0/calls/" + id;
      assertThat(api.get(call + "?at=" + created).expect(200).object()).isEqualTo(atFirst);
      assertThat(api.get(call + "?at=noon").status()).isEqualTo(400);
      assertThat(other.api().get(call + "?at=2999-01-01T00:00:00Z").status()).isEqualTo(404);
      assertThat(other.api().get(path + "/state?at=2999-01-01T00:00:00Z").status()).isEqualTo(404);
    }
  }

  @Test
  void showsACallAndItsFlowInOneListFromBothSides() {
    try (Office office = Office.open();
        Office other = Office.open()) {
      ApiClient api = office.api();
      SoftPhone phone = office.registered();
      phone.whenCalled(IncomingCall::answerAtOnce);
      String id =
          api.call(
              phone.account().user(),
              action("answer"),
              action("beep"),
              action("goto", JsonBody.of("{'target_id':'last'}")),
              JsonBody.of("{'id':'last','type':'hangup'}"));
      JsonObject call = api.awaitStatus(id, "hangup", Duration.ofSeconds(8));
      String path = "/v1.0/aggregated-events?call_id=" + id;
      String flow = "/v1.0/aggregated-events?activeflow_id=" + call.getString("activeflow_id");

      JsonArray events = api.get(path).expect(200).result();

      assertThat(events.getValuesAs(JsonObject.class))
          .extracting(event -> event.getString("event_type"))
          .contains("call_created", "activeflow_created", "call_hungup");
      assertThat(events.getValuesAs(JsonObject.class))
          .extracting(event -> event.getString("timestamp"))
          .isSorted();
      assertThat(api.get(flow).expect(200).result()).isEqualTo(events);
      List<JsonObject> whole =
          api.get("/v1.0/timelines/calls/" + id).expect(200).result().getValuesAs(JsonObject.class);
      assertThat(whole).extracting(entry -> entry.getString("timestamp")).isSorted();
      assertThat(whole)
          .filteredOn(entry -> entry.getString("event_type").equals("action_executed"))
          .extracting(entry -> entry.getJsonObject("data").getString("type"))
          .containsExactly("answer", "beep", "goto", "hangup");
      JsonObject first = api.get(path + "&page_size=1").expect(200).object();
      String next = "&page_token=" + first.getString("next_page_token");
      assertThat(api.get(path + next).expect(200).result()).hasSize(events.size() - 1);
      assertThat(api.get("/v1.0/aggregated-events").status()).isEqualTo(400);
      assertThat(other.api().get(path).status()).isEqualTo(404);
      assertThat(other.api().get(flow).status()).isEqualTo(404);
    }
  }

  @Test
  void showsEverySipMessageOfACallAmongItsEvents() {
    try (Office office = Office.open();
        Office other = Office.open()) {
      SoftPhone anna = office.registered();
      SoftPhone bert = office.registered();
      OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
      Call bertsCall = bert.expectCall().answer();
      Call annasCall = dialling.expectAnswer();
      annasCall.media().sendDigits("5", Duration.ofMillis(120));
      ApiClient api = office.api();
      String id = masterOf(api);
      Platform.await(
          "the key in the timeline",
          Duration.ofSeconds(8),
          () -> {
            String timeline = api.get("/v1.0/timelines/calls/" + id).body();
            return timeline.contains("dtmf_received") && timeline.contains("media_statistics");
          });
      annasCall.hangUp();
      bertsCall.awaitEnd();
      api.awaitStatus(id, "hangup", Duration.ofSeconds(8));
      String path = "/v1.0/timelines/calls/" + id;

      JsonObject analysis = api.get(path + "/sip-analysis").expect(200).object();
      List<String> lines = startLines(analysis.getJsonArray("sip_messages"));
      assertThat(lines)
          .containsSubsequence("INVITE", "SIP/2.0 407", "ACK", "INVITE", "SIP/2.0 200", "ACK")
          .endsWith("BYE", "SIP/2.0 200");
      assertThat(analysis.toString())
          .contains("Proxy-Authorization: Digest", "response=\\\"***\\\"")
          .doesNotContainPattern("response=.{0,2}[0-9a-f]{8}");
      assertThat(analysis.getJsonObject("rtcp_stats").getInt("rtp_packets")).isNotNegative();

      List<JsonObject> whole = api.get(path).expect(200).result().getValuesAs(JsonObject.class);
      assertThat(whole)
          .extracting(entry -> entry.getString("timestamp"))
          .isSorted()
          .allMatch(time -> time.matches(".*\\.[0-9]{6}Z"));
      assertThat(whole)
          .extracting(entry -> entry.getString("event_type"))
          .contains("call_created", "call_hungup", "sip_message", "dtmf_received");
      List<JsonObject> measured =
          whole.stream()
              .filter(entry -> entry.getString("event_type").equals("media_statistics"))
              .map(entry -> entry.getJsonObject("data"))
              .toList();
      assertThat(measured).as("while it talks, and at its end").hasSizeGreaterThan(1);
      assertThat(measured)
          .allSatisfy(data -> assertThat(data).containsKeys("packet_loss", "jitter", "rtt", "mos"));
      assertThat(measured.get(measured.size() - 1).getInt("packets_received")).isPositive();

      assertThat(api.get(path + "/pcap").expect(200).body()).contains("INVITE sip:", "BYE sip:");
      for (String kind : List.of("", "/sip-analysis", "/pcap")) {
        assertThat(other.api().get(path + kind).status()).isEqualTo(404);
      }
      assertThat(api.get("/v1.0/timelines/flows/" + id + "/pcap").status()).isEqualTo(404);
    }
  }

  private static String masterOf(ApiClient api) {
    return api.get("/v1.0/calls").expect(200).result().getValuesAs(JsonObject.class).stream()
        .filter(call -> call.getString("direction").equals("incoming"))
        .map(call -> call.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  /** The method of a request, the status of a response. */
  private static List<String> startLines(JsonArray messages) {
    return messages.getValuesAs(JsonObject.class).stream()
        .map(message -> message.getString("raw"))
        .map(raw -> raw.startsWith("SIP/2.0") ? raw.substring(0, 11) : raw.split(" ")[0])
        .toList();
  }

  /** When the first event happened. */
  private static String firstTime(ApiClient api, String path) {
    return api.get(path + "/events").expect(200).result().getJsonObject(0).getString("timestamp");
  }
}
