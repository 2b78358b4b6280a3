package org.tandemvoice.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.carrier.Carrier;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * What calls cost, and what happens when the money does not suffice. Increments are of a second
 * here, or of {@code -Dtandem.increment}.
 */
@PlatformTest
class BillingIT {

  private static final int INCREMENT = Integer.getInteger("tandem.increment", 1);
  private static final Duration WAIT = Duration.ofSeconds(20L * INCREMENT);
  private static final String OUTGOING = "call_pstn_outgoing";

  /** A caller that hangs up at once is as fast as the platform notes its own answer. */
  private static final int HASTY_CALLS = 20;

  @AutoClose private final Payer payer = Payer.open();

  private static JsonObject money(String amount) {
    return Json.createObjectBuilder().add("balance", new BigDecimal(amount)).build();
  }

  private static BigDecimal number(JsonObject from, String name) {
    return from.getJsonNumber(name).bigDecimalValue();
  }

  private void booksAreRight() {
    JsonObject audit = payer.audit();
    assertThat(number(audit, "sum")).isZero();
    assertThat(audit.getInt("stray_accounts")).isZero();
    assertThat(audit.getInt("entries")).isPositive();
  }

  @Test
  void newCustomerHasMoneyUnderEverySpelling() {
    for (String path : List.of("/v1/billing-accounts", "/v1.0/billing_accounts")) {
      var found = payer.api().get(path).expect(200).result();

      assertThat(found).hasSize(1);
      JsonObject account = found.getJsonObject(0);
      assertThat(number(account, "balance")).isEqualByComparingTo("100");
      assertThat(account.getInt("balance_credit")).isEqualTo(100_000_000);
      assertThat(account.getString("status")).isEqualTo("active");
      payer.api().get(path + "/" + account.getString("id")).expect(200);
    }
    assertThat(payer.api().get("/v1.0/billing-account").expect(200).body())
        .isEqualTo(payer.account().toString());
    booksAreRight();
  }

  @Test
  void onlyPlatformAdministratorsMoveMoney() {
    String path = "/v1.0/billing_accounts/" + payer.customer();

    payer.api().post(path + "/balance_add_force", money("5")).expect(403);
    payer.api().post(path + "/balance_subtract_force", money("5")).expect(403);
    payer.api().get("/v1.0/ledger").expect(403);
    try (Payer other = Payer.open()) {
      other.api().get(path).expect(404);
      other.api().get(path + "/ledger").expect(404);
    }
    JsonObject more =
        payer.admin().post(path + "/balance_add_force", money("0.000001")).expect(200).object();
    assertThat(number(more, "balance")).isEqualByComparingTo("100.000001");
    assertThat(payer.admin().post(path + "/balance_add_force", money("0.0000001")).status())
        .isEqualTo(400);
    assertThat(payer.admin().post(path + "/balance_add_force", money("-1")).expect(400).body())
        .contains("\"field\":\"balance\"");
    payer.admin().post(path + "/balance_subtract_force", money("200")).expect(402);
    payer.balance("7");
    assertThat(payer.api().get(path + "/ledger").expect(200).result()).hasSize(3);
    booksAreRight();
  }

  @Test
  void callIsChargedByItsLongestPrefixAndRecorded() {
    payer.rate("call_outgoing", "all", "9", 60);
    payer.rate("call_outgoing", "+44", "8", 60);
    payer.rate("call_outgoing", "+4420", "0.5", 60);
    String number = Carrier.farNumber();

    String id = payer.call(number);
    Call far = payer.carrier().peer().expectCall().answer();
    payer.api().awaitStatus(id, "progressing", WAIT);
    assertThat(number(payer.account(), "balance_reserved")).isEqualByComparingTo("0.5");
    far.hangUp();
    payer.ended(id);

    assertThat(payer.balance()).isEqualByComparingTo("99.5");
    assertThat(number(payer.account(), "balance_reserved")).isZero();
    JsonObject record = payer.api().get("/v1.0/cdrs/" + id).expect(200).object();
    assertThat(number(record, "amount")).isEqualByComparingTo("-0.5");
    assertThat(record.getInt("amount_credit")).isEqualTo(-500_000);
    assertThat(record.getString("status")).isEqualTo("end");
    assertThat(record.getString("cost_type")).isEqualTo(OUTGOING);
    assertThat(record.getString("destination")).isEqualTo(number);
    assertThat(record.getString("hangup_reason")).isEqualTo("normal");
    assertThat(record.getInt("billable_units")).isEqualTo(1);
    assertThat(number(record, "balance")).isEqualByComparingTo("99.5");
    exportsHave(number);
    booksAreRight();
  }

  private void exportsHave(String number) {
    String sheet = payer.api().get("/v1.0/billings/export?format=csv").expect(200).body();
    String[] lines = sheet.split("\r\n");
    assertThat(lines[0]).startsWith("id,transaction_type,status");
    assertThat(lines)
        .anyMatch(line -> line.contains('"' + number + "\",") && line.contains("-0.5"));
    var all = payer.api().get("/v1.0/billings/export?format=json").expect(200).array();
    assertThat(all).hasSize(lines.length - 1);
    assertThat(payer.api().get("/v1.0/billings/export?to=2020-01-01T00:00:00Z&format=json").array())
        .isEmpty();
    payer.api().get("/v1.0/billings/export?format=xml").expect(400);
    payer.api().get("/v1.0/billings/export?from=yesterday").expect(400);
  }

  @Test
  void exportHasAllHoweverManyOnceEachAndOldestFirst() {
    String path = "/v1.0/billing_accounts/" + payer.customer() + "/balance_add_force";
    IntStream.range(0, 420)
        .parallel()
        .forEach(i -> payer.admin().post(path, money("0.01")).expect(200));

    List<JsonObject> all =
        payer
            .api()
            .get("/v1.0/billings/export?format=json")
            .expect(200)
            .array()
            .getValuesAs(JsonObject.class);

    assertThat(all).hasSize(421);
    assertThat(all).extracting(one -> one.getString("id")).doesNotHaveDuplicates();
    assertThat(all).extracting(one -> one.getString("tm_create")).isSorted();
    assertThat(payer.api().get("/v1.0/billings/export").expect(200).body().split("\r\n"))
        .hasSize(422);
  }

  @Test
  void unansweredCallsAndCallsWithinTheServerCostNothing() {
    payer.carrier().peer().whenCalled(offered -> offered.rejectAtOnce(486));
    payer.ended(payer.call(Carrier.farNumber()));
    assertThat(payer.balance()).isEqualByComparingTo("100");
    assertThat(number(payer.billings(OUTGOING).get(0), "amount")).isZero();

    payer.balance("0");
    try (SoftPhone phone = payer.office().registered();
        SoftPhone other = payer.office().registered()) {
      other.whenCalled(IncomingCall::answerAtOnce);
      phone
          .dial("sip:" + other.account().user() + "@" + payer.office().domain())
          .expectAnswer()
          .hangUp();
    }
    assertThat(payer.billings(OUTGOING)).hasSize(1);
  }

  @Test
  void withoutMoneyNobodyIsCalled() {
    payer.balance("0.009999");

    String body = payer.order(Carrier.farNumber()).expect(402).body();
    assertThat(body).contains("INSUFFICIENT_BALANCE", "billing_account.balance", "0.009999");
    JsonObject group =
        Json.createObjectBuilder()
            .add("source", Json.createObjectBuilder().add("type", "extension").add("target", "api"))
            .add(
                "destinations",
                Json.createArrayBuilder()
                    .add(
                        Json.createObjectBuilder()
                            .add("type", "tel")
                            .add("target", Carrier.farNumber())))
            .build();
    payer.api().post("/v1.0/groupcalls", group).expect(402);
    assertThat(payer.api().get("/v1.0/calls").expect(200).result()).isEmpty();
    assertThat(payer.api().get("/v1.0/groupcalls").expect(200).result()).isEmpty();

    payer.balance("0.01");
    payer.order(Carrier.farNumber(), Carrier.farNumber()).expect(402);
    payer.carrier().peer().expectNoCall(Duration.ofMillis(200));
  }

  @Test
  void phoneThatCannotPayIsToldSo() {
    payer.balance("0");
    try (SoftPhone phone = payer.office().registered()) {
      phone.dial("sip:" + Carrier.farNumber() + "@" + payer.office().domain()).expectStatus(402);
    }
    JsonObject record = payer.billings(OUTGOING).get(0);
    assertThat(record.getString("refusal")).isEqualTo("INSUFFICIENT_BALANCE");
    assertThat(payer.ended(record.getString("id")).getString("hangup_reason")).isEqualTo("failed");
  }

  @Test
  void callEndsWhenTheMoneyEnds() {
    payer.rate("call_outgoing", "all", "0.01", INCREMENT);
    payer.balance("0.05");

    String id = payer.call(Carrier.farNumber());
    Call far = payer.carrier().peer().expectCall().answer();
    Instant answered = Instant.now();
    far.awaitEnd(WAIT);

    long talkedMs = Duration.between(answered, Instant.now()).toMillis();
    assertThat(talkedMs).isBetween(5_000L * INCREMENT - 500, 5_000L * INCREMENT + 4_000);
    assertThat(far.endedBy()).isEqualTo("remote");
    JsonObject over = payer.ended(id);
    assertThat(over.getString("hangup_reason")).isEqualTo("normal");
    assertThat(over.getString("hangup_by")).isEqualTo("local");
    assertThat(payer.balance()).isZero();
    JsonObject record = payer.api().get("/v1.0/billings/" + id).expect(200).object();
    assertThat(number(record, "amount")).isEqualByComparingTo("-0.05");
    assertThat(record.getInt("billable_units")).isEqualTo(5);
    booksAreRight();
  }

  @Test
  void fiftyCallsAtOnceNeverSpendMoreThanThereIs() {
    payer.rate("call_outgoing", "all", "0.01", INCREMENT);
    payer.balance("0.05");
    payer.carrier().peer().whenCalled(IncomingCall::answerAtOnce);
    List<String> numbers = IntStream.range(0, 50).mapToObj(i -> Carrier.farNumber()).toList();

    List<ApiAnswer> answers = numbers.parallelStream().map(payer::order).toList();

    List<ApiAnswer> let = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(let).hasSizeBetween(1, 5);
    assertThat(answers).filteredOn(answer -> answer.status() == 402).hasSize(50 - let.size());
    Platform.await(
        "the end of the calls",
        WAIT,
        () -> {
          assertThat(payer.balance()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
          assertThat(number(payer.account(), "balance_available"))
              .isGreaterThanOrEqualTo(BigDecimal.ZERO);
          return payer.billings(OUTGOING).stream()
              .allMatch(billing -> billing.getString("status").equals("end"));
        });
    assertThat(payer.balance()).isZero();
    assertThat(number(payer.account(), "balance_reserved")).isZero();
    booksAreRight();
  }

  @Test
  void callsFromTheNetworkArePaidByWhoIsCalled() {
    payer.rate("call_incoming", "all", "0.25", 60);
    String number = answering(Carrier.nearNumber());
    Account stranger = new Account("+33142685300", "", "elsewhere.example");
    try (SoftPhone phone = SoftPhone.udp(Platform.shared().sip(), stranger)) {
      for (int i = 0; i < HASTY_CALLS; i++) {
        phone.dial("sip:" + number + "@sip.voipbin.net").expectAnswer().hangUp();
      }
      Platform.await(
          "all charges", WAIT, () -> payer.balance().compareTo(new BigDecimal("95")) == 0);

      payer.balance("0.2");
      phone.dial("sip:" + number + "@sip.voipbin.net").expectStatus(503);
    }
    assertThat(payer.billings("call_pstn_incoming")).hasSize(HASTY_CALLS);
    booksAreRight();
  }

  @Test
  void callsToVirtualNumbersCostATenthOfACent() {
    String number = answering(Carrier.virtualNumber());
    Account stranger = new Account("+33142685301", "", "elsewhere.example");
    try (SoftPhone phone = SoftPhone.udp(Platform.shared().sip(), stranger)) {
      phone.dial("sip:" + number + "@sip.voipbin.net").expectAnswer().hangUp();
    }

    Platform.await(
        "the charge", WAIT, () -> payer.balance().compareTo(new BigDecimal("99.999")) == 0);
    assertThat(payer.billings("call_vn")).hasSize(1);
  }

  private String answering(String number) {
    JsonObject sleep = Json.createObjectBuilder().add("duration", 20_000).build();
    JsonObject flow =
        Json.createObjectBuilder()
            .add("name", "inbound")
            .add(
                "actions",
                Json.createArrayBuilder().add(action("answer")).add(action("sleep", sleep)))
            .build();
    String flowId = payer.api().post("/v1.0/flows", flow).expect(200).object().getString("id");
    JsonObject body =
        Json.createObjectBuilder().add("number", number).add("flow_id", flowId).build();
    payer.rate("number", "all", "0", 60);
    payer.api().post("/v1.0/numbers", body).expect(200);
    return number;
  }

  @Test
  void frozenAccountCallsNobody() {
    String path = "/v1.0/billing_accounts/" + payer.customer() + "/status";
    JsonObject frozen = Json.createObjectBuilder().add("status", "frozen").build();
    payer.api().put(path, frozen).expect(403);
    payer.admin().put(path, frozen).expect(200);

    assertThat(payer.order(Carrier.farNumber()).expect(403).body()).contains("ACCOUNT_FROZEN");

    payer.admin().put(path, Json.createObjectBuilder().add("status", "active").build()).expect(200);
    payer.carrier().peer().whenCalled(offered -> offered.rejectAtOnce(486));
    payer.ended(payer.call(Carrier.farNumber()));
  }

  @Test
  void accountOfADeletedCustomerStaysAsItIs() {
    String path = "/v1.0/billing_accounts/" + payer.customer();
    payer.admin().delete("/v1.0/customers/" + payer.customer()).expect(200);

    payer.admin().post(path + "/balance_add_force", money("5")).expect(404);
    payer
        .admin()
        .put(path + "/status", Json.createObjectBuilder().add("status", "active").build())
        .expect(404);
    JsonObject account = payer.admin().get(path).expect(200).object();
    assertThat(account.getString("status")).isEqualTo("deleted");
    assertThat(number(account, "balance")).isEqualByComparingTo("100");
    booksAreRight();
  }

  @Test
  void ratesAreMadeByAdministratorsAndReadByCustomers() {
    JsonObject rate =
        Json.createObjectBuilder()
            .add("customer_id", payer.customer())
            .add("type", "call_outgoing")
            .add("target", "+1")
            .add("price", new BigDecimal("0.012"))
            .add("increment", 6)
            .add("first_increment", 30)
            .build();
    payer.api().post("/v1.0/rates", rate).expect(403);
    JsonObject made = payer.admin().post("/v1.0/rates", rate).expect(200).object();
    assertThat(number(made, "first_price")).isEqualByComparingTo("0.06");
    String path = "/v1.0/rates/" + made.getString("id");

    assertThat(payer.api().get(path).expect(200).object()).isEqualTo(made);
    assertThat(payer.api().get("/v1.0/rates").expect(200).result())
        .hasSizeGreaterThan(1)
        .contains(made);
    try (Payer other = Payer.open()) {
      other.api().get(path).expect(404);
    }
    JsonObject bad = Json.createObjectBuilder(rate).add("target", "44").build();
    assertThat(payer.admin().post("/v1.0/rates", bad).expect(400).body())
        .contains("\"field\":\"target\"");
    payer.admin().delete(path).expect(200);
    payer.api().get(path).expect(404);
  }
}
