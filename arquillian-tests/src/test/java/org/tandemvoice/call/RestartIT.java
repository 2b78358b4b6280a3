package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/** What is left of 20 calls when the server dies or stops in the middle of them. */
@PlatformTest
class RestartIT {

  private static final JsonObject WAIT =
      action("sleep", Json.createObjectBuilder().add("duration", 600_000).build());

  /** A SIP application session that nobody ends expires after three minutes. */
  private static final Duration DRAIN = Duration.ofMinutes(4);

  @Test
  void endsEveryCallAfterACrash() {
    try (PlatformProcess server = PlatformProcess.start("crash", Map.of());
        Office office = Office.at(server.platform())) {
      SoftPhone phone = office.registered();
      List<String> calls = twentyCalls(office, phone);
      String paid = paidCall(office);

      server.kill();
      server.start();

      assertSettled(office, paid);
      assertThat(calls).allSatisfy(id -> assertOver(office, id));
      assertThat(phone.registration().query()).hasSize(1);
      assertCallable(office, phone);
      assertIdle(server.platform());
    }
  }

  @Test
  void hangsUpEveryCallWhenItIsStopped() {
    try (PlatformProcess server = PlatformProcess.start("stop", Map.of());
        Office office = Office.at(server.platform())) {
      SoftPhone phone = office.registered();
      List<String> calls = twentyCalls(office, phone);

      server.stop();

      assertThat(byes(phone)).isGreaterThanOrEqualTo(10);
      server.start();
      assertThat(calls).allSatisfy(id -> assertOver(office, id));
      assertCallable(office, phone);
    }
  }

  /** Ten answered by the phone, five that ring it, five between phones: ids of their rows. */
  private static List<String> twentyCalls(Office office, SoftPhone phone) {
    phone.whenCalled(IncomingCall::answerAtOnce);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(office.api().call(phone.account().user(), action("answer"), WAIT));
    }
    SoftPhone ringing = office.registered().whenCalled(IncomingCall::ring);
    for (int i = 0; i < 5; i++) {
      ids.add(office.api().call(ringing.account().user(), action("answer"), WAIT));
    }
    SoftPhone caller = office.registered();
    for (int i = 0; i < 5; i++) {
      OutgoingCall dialling = caller.dial(phone.account().addressOfRecord());
      dialling.expectAnswer();
    }
    ids.subList(0, 10).forEach(id -> await(office, id, "progressing"));
    ids.subList(10, 15).forEach(id -> await(office, id, "ringing"));
    List<String> all =
        office.api().get("/v1.0/calls?page_size=100").expect(200).result().stream()
            .map(call -> call.asJsonObject().getString("id"))
            .toList();
    assertThat(all).hasSize(25).containsAll(ids);
    phone.whenCalled(call -> call.ring());
    return all;
  }

  /**
   * A call into the telephone network that is answered; the price is for a minute. Its provider is
   * gone afterwards, because one that is asked for its health keeps a server from being idle.
   */
  private static String paidCall(Office office) {
    try (Carrier carrier = Carrier.at(office.platform())) {
      carrier.routed(office.api().customerId(), "all", 0);
      carrier.peer().whenCalled(IncomingCall::answerAtOnce);
      JsonObject number =
          Json.createObjectBuilder().add("type", "tel").add("target", Carrier.farNumber()).build();
      JsonObject api =
          Json.createObjectBuilder().add("type", "extension").add("target", "api").build();
      JsonObject order =
          Json.createObjectBuilder()
              .add("source", api)
              .add("destinations", Json.createArrayBuilder().add(number))
              .add("actions", Json.createArrayBuilder().add(action("answer")).add(WAIT))
              .build();
      String id =
          office
              .api()
              .post("/v1.0/calls", order)
              .expect(200)
              .array()
              .getJsonObject(0)
              .getString("id");
      await(office, id, "progressing");
      JsonObject account = office.api().get("/v1.0/billing_account").expect(200).object();
      assertThat(account.getJsonNumber("balance_reserved").doubleValue()).isEqualTo(0.01);
      return id;
    }
  }

  /** Charged once, for what was paid at most, and nothing is set apart any more. */
  private static void assertSettled(Office office, String call) {
    assertOver(office, call);
    JsonObject billing = office.api().get("/v1.0/billings/" + call).expect(200).object();
    assertThat(billing.getString("status")).isEqualTo("end");
    assertThat(billing.getInt("amount_credit")).isEqualTo(-10_000);
    JsonObject account = office.api().get("/v1.0/billing_account").expect(200).object();
    assertThat(account.getJsonNumber("balance_reserved").doubleValue()).isZero();
    assertThat(account.getInt("balance_credit")).isEqualTo(99_990_000);
    JsonObject audit = office.platform().admin().get("/v1.0/ledger").expect(200).object();
    assertThat(audit.getJsonNumber("sum").doubleValue()).isZero();
    assertThat(audit.getInt("stray_accounts")).isZero();
  }

  private static void await(Office office, String id, String status) {
    office.api().awaitStatus(id, status, Duration.ofSeconds(10));
  }

  private static void assertOver(Office office, String id) {
    JsonObject call = office.api().awaitStatus(id, "hangup", Duration.ofSeconds(10));
    assertThat(call.getString("hangup_reason")).isNotEmpty();
    assertThat(office.api().eventTypes(id)).last().isEqualTo("call_hungup");
  }

  /**
   * The binding of before is in use: a new call reaches the phone, which did not register again.
   */
  private static void assertCallable(Office office, SoftPhone phone) {
    List<IncomingCall> arrived = new ArrayList<>();
    phone.whenCalled(
        call -> {
          arrived.add(call);
          call.answerAtOnce();
        });
    String id = office.api().call(phone.account().user(), action("answer"), action("hangup"));
    assertOver(office, id);
    assertThat(Waiting.until(() -> arrived.size() == 1, Duration.ofSeconds(5))).isTrue();
  }

  private static void assertIdle(Platform platform) {
    Waiting.until(() -> platform.gauges().busy().isEmpty(), DRAIN);
    assertThat(platform.gauges().busy()).isEmpty();
  }

  private static long byes(SoftPhone phone) {
    return phone.trace().entries().stream()
        .filter(entry -> !entry.sent() && entry.text().startsWith("BYE "))
        .count();
  }
}
