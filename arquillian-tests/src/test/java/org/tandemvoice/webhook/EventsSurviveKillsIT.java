package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandemvoice.billing.Payer;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * Kills the server in the middle of calls that cost money, again and again: what reached a sink and
 * what is in the books is right each time. {@code TANDEM_KILLS} says how often and {@code
 * TANDEM_RESTART_SECONDS} how long a start may take; bench/soak-kill does it for hours.
 */
@PlatformTest
class EventsSurviveKillsIT {

  private static final int KILLS = setting("TANDEM_KILLS", 3);
  private static final Duration RESTART =
      Duration.ofSeconds(setting("TANDEM_RESTART_SECONDS", 120));
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NINE_DAYS_AGO = " = tm_create - interval 9 day";

  private static int setting(String name, int usual) {
    return Integer.parseInt(Optional.ofNullable(System.getenv(name)).orElse("" + usual));
  }

  @Test
  void everyEventArrivesInOrderAndEveryCentIsBookedAcrossKills() {
    Map<String, String> settings =
        Map.of(
            "ALLOW_PRIVATE_TARGETS", "true", "API_RATE_LIMIT", "0", "API_ADDRESS_RATE_LIMIT", "0");
    try (PlatformProcess server = PlatformProcess.start("kills", settings);
        EventSink sink = EventSink.open();
        Payer payer = Payer.at(server.platform())) {
      ApiClient api = payer.api();
      String webhook = new WebhookTenant(api).webhook(sink.url(), "").getString("id");
      payer.rate("call_outgoing", "all", "0.01", 1);
      payer.balance("1000000");
      payer.limit(unlimited());
      String extension = payer.office().extension().user();
      EventLedger ledger = new EventLedger(api, sink);
      Random random = new Random();

      List<Duration> restarts = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        PaidLoad load = PaidLoad.begin(payer, extension);
        Waiting.pass(Duration.ofMillis(1_000 + random.nextInt(4_000)));
        server.kill();
        load.end();
        restarts.add(restart(server));
        ledger.assertRound(PATIENCE);
        assertBooks(payer);
        payer.changeCarrier();
      }

      assertThat(ledger.events()).isGreaterThan(KILLS * 4);
      System.out.printf(
          "MEASURED %d kills, %d calls, %d events, %d requests, %s spent; restarts %s to %s%n",
          KILLS,
          ledger.calls(),
          ledger.events(),
          ledger.requests(),
          new BigDecimal("1000000").subtract(payer.balance()).toPlainString(),
          Collections.min(restarts),
          Collections.max(restarts));
      assertThat(Collections.max(restarts)).isLessThan(RESTART);
      if (System.getenv("DB_URL") != null) {
        assertForgetsWhatIsOld(server, api, webhook, extension);
      }
    }
  }

  private static JsonObject unlimited() {
    return Json.createObjectBuilder()
        .add("spend_limit_hour", 0)
        .add("spend_limit_day", 0)
        .add("calls_per_second", 0)
        .add("concurrent_calls", 0)
        .build();
  }

  private static Duration restart(PlatformProcess server) {
    long begun = System.nanoTime();
    server.start();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Both sides of every movement are there, and each call has been paid once. */
  private static void assertBooks(Payer payer) {
    JsonObject audit = payer.audit();
    assertThat(audit.getJsonNumber("sum").bigDecimalValue()).isZero();
    assertThat(audit.getInt("stray_accounts")).isZero();
    JsonObject account = payer.account();
    assertThat(account.getJsonNumber("balance_reserved").bigDecimalValue()).isZero();
    List<JsonObject> all =
        payer
            .api()
            .get("/v1.0/billings/export?format=json")
            .expect(200)
            .array()
            .getValuesAs(JsonObject.class);
    assertThat(all).allSatisfy(one -> assertThat(one.getString("status")).isEqualTo("end"));
    assertThat(
            all.stream()
                .map(one -> one.getJsonNumber("amount").bigDecimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(payer.balance());
    assertThat(all.stream().map(one -> one.getString("reference_id") + one.getString("cost_type")))
        .filteredOn(reference -> reference.contains("call"))
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  /** Events and deliveries past their retention are deleted, those of later calls are not. */
  private static void assertForgetsWhatIsOld(
      PlatformProcess server, ApiClient api, String webhook, String extension) {
    WebhookTenant tenant = new WebhookTenant(api);
    String old = api.get("/v1.0/calls").expect(200).result().getJsonObject(0).getString("id");
    server.kill();
    server.inDatabase("update outbox_events set tm_create" + NINE_DAYS_AGO);
    server.inDatabase("update webhook_deliveries set tm_create" + NINE_DAYS_AGO);
    server.start();

    assertThat(Waiting.until(() -> tenant.deliveries(webhook).isEmpty(), PATIENCE)).isTrue();
    assertThat(Waiting.until(() -> api.eventTypes(old).isEmpty(), PATIENCE)).isTrue();
    String fresh = tenant.shortCall(extension);
    tenant.awaitDelivery(webhook, delivery -> delivery.getString("status").equals("delivered"));
    assertThat(api.eventTypes(fresh)).isNotEmpty();
  }
}
