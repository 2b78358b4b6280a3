package org.tandemvoice.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.web.EventSink;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * Kills the server in the middle of calls, again and again, and counts what reached a sink. {@code
 * TANDEM_KILLS} says how often; bench/soak-kill does it for hours.
 */
@PlatformTest
class EventsSurviveKillsIT {

  private static final int KILLS =
      Integer.parseInt(Optional.ofNullable(System.getenv("TANDEM_KILLS")).orElse("3"));
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(50);

  @Test
  void everyCommittedEventArrivesInOrderAcrossKills() {
    Map<String, String> settings =
        Map.of(
            "ALLOW_PRIVATE_TARGETS", "true", "API_RATE_LIMIT", "0", "API_ADDRESS_RATE_LIMIT", "0");
    try (PlatformProcess server = PlatformProcess.start("kills", settings);
        EventSink sink = EventSink.open();
        Office office = Office.at(server.platform())) {
      new WebhookTenant(office.api()).webhook(sink.url(), "");
      String extension = office.extension().user();
      EventLedger ledger = new EventLedger(office.api(), sink);
      Random random = new Random();

      Duration slowest = Duration.ZERO;
      for (int kill = 0; kill < KILLS; kill++) {
        AtomicBoolean isDown = new AtomicBoolean();
        CompletableFuture<Void> load =
            CompletableFuture.runAsync(() -> call(office.api(), extension, isDown));
        Waiting.pass(Duration.ofMillis(500 + random.nextInt(2_500)));
        server.kill();
        isDown.set(true);
        load.join();
        long restart = System.nanoTime();
        server.start();
        Duration took = Duration.ofNanos(System.nanoTime() - restart);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        ledger.awaitAllOver(Duration.ofSeconds(60));
      }

      int events = ledger.assertComplete(Duration.ofSeconds(60));
      assertThat(events).isGreaterThan(KILLS * 4);
      System.out.printf(
          "MEASURED %d kills, %d calls, %d events, %d requests; slowest restart %s%n",
          KILLS, ledger.calls().size(), events, sink.received().size(), slowest);
    }
  }

  /** Calls until the server is gone. */
  private static void call(ApiClient api, String extension, AtomicBoolean isDown) {
    while (!isDown.get()) {
      try {
        api.call(extension, ApiClient.action("answer"));
      } catch (AssertionError killed) {
        // Whether this call was committed is what the ledger finds out.
      }
      Waiting.pass(BETWEEN_CALLS);
    }
  }
}
