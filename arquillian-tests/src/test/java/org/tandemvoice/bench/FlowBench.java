package org.tandemvoice.bench;

import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;

/**
 * How many steps of flows a second the server makes, and how soon the called are spoken to when
 * many calls run at once. The phones are in this process, on the same cores as the server.
 */
final class FlowBench {

  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int RUNS = 20;
  private static final int ACTIONS = 8;
  private static final int ROUNDS = 100;
  private static final int ROUNDS_OF_CALLS = 5;

  /** Spoken twice, 19 s of sound and 7 s of pauses: at 10 calls a second 250 are there at once. */
  private static final String SPEECH =
      "Thank you for calling. All of our people are talking to somebody else at the moment. "
          + "Please hold the line, for your call is important to us. "
          + "You may also leave us a message, and we will call you back as soon as we can. ";

  private final Office office;
  private final long server;

  private FlowBench(Office office, long server) {
    this.office = office;
    this.server = server;
  }

  /** Arguments: calls, calls a second, process of the server. */
  public static void main(String[] args) throws IOException {
    try (Office office = Office.open()) {
      FlowBench bench = new FlowBench(office, Long.parseLong(args[2]));
      bench.steps();
      OUT.println();
      OUT.println(
          "| calls | a second | at once | CPU of one core | first audio p50 ms | p95 ms | p99 ms |"
              + " max ms | lost packets | shortest speech heard s |");
      OUT.println("|---|---|---|---|---|---|---|---|---|---|");
      for (int round = 0; round < ROUNDS_OF_CALLS; round++) {
        bench.calls(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
      }
    }
  }

  private void steps() throws IOException {
    JsonArrayBuilder actions = Json.createArrayBuilder();
    for (int i = 0; i < ACTIONS; i++) {
      actions.add(
          named(
              "s" + i,
              action(
                  "variable_set",
                  Json.createObjectBuilder().add("key", "v" + i).add("value", "x" + i).build())));
    }
    actions.add(
        named(
            "again",
            action(
                "goto",
                Json.createObjectBuilder()
                    .add("target_id", "s0")
                    .add("loop_count", ROUNDS)
                    .build())));
    JsonObject body = Json.createObjectBuilder().add("actions", actions).build();
    run(body);
    OUT.println("| flows run | steps | seconds | steps/s | CPU of one core |");
    OUT.println("|---|---|---|---|---|");
    long start = System.nanoTime();
    double cpu = cpuSeconds();
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(begin(body));
    }
    runs.forEach(this::awaitEnd);
    double seconds = (System.nanoTime() - start) / 1e9;
    int steps = RUNS * ((ACTIONS + 1) * (ROUNDS + 1));
    OUT.printf(
        Locale.ROOT,
        "| %d | %d | %.2f | %.0f | %.2f |%n",
        RUNS,
        steps,
        seconds,
        steps / seconds,
        (cpuSeconds() - cpu) / seconds);
  }

  private void calls(int number, int rate) throws IOException {
    Map<Call, Long> answered = new ConcurrentHashMap<>();
    SoftPhone phone =
        office
            .registered()
            .whenCalled(
                incoming -> {
                  Call call = incoming.answerAtOnce();
                  answered.put(call, System.nanoTime());
                });
    String extension = phone.account().user();
    JsonObject talk =
        action("talk", Json.createObjectBuilder().add("text", SPEECH.repeat(2)).build());
    place(extension, talk);
    Platform.await("the first call to end", PATIENCE, () -> ended(answered) == 1);
    answered.clear();
    double cpu = cpuSeconds();
    long start = System.nanoTime();
    int most = 0;
    for (int i = 0; i < number; i++) {
      LockSupport.parkNanos(start + i * 1_000_000_000L / rate - System.nanoTime());
      place(extension, talk);
      most = Math.max(most, (int) (answered.size() - ended(answered)));
    }
    Platform.await("all calls to end", PATIENCE, () -> ended(answered) == number);
    double seconds = (System.nanoTime() - start) / 1e9;
    report(answered, rate, most, (cpuSeconds() - cpu) / seconds);
  }

  private static void report(Map<Call, Long> answered, int rate, int most, double cpu) {
    long[] waits =
        answered.entrySet().stream()
            .mapToLong(e -> e.getKey().media().recording().firstSoundNs() - e.getValue())
            .sorted()
            .toArray();
    long lost =
        answered.keySet().stream().mapToLong(c -> c.media().recording().account().lost()).sum();
    double shortest =
        answered.keySet().stream()
            .mapToLong(c -> c.media().heard().audible().toMillis())
            .min()
            .orElse(0);
    OUT.printf(
        Locale.ROOT,
        "| %d | %d | %d | %.2f | %.1f | %.1f | %.1f | %.1f | %d | %.1f |%n",
        waits.length,
        rate,
        most,
        cpu,
        waits[waits.length / 2] / 1e6,
        waits[waits.length * 95 / 100] / 1e6,
        waits[waits.length * 99 / 100] / 1e6,
        waits[waits.length - 1] / 1e6,
        lost,
        shortest / 1000);
  }

  private void place(String extension, JsonObject talk) {
    office.api().call(extension, action("answer"), talk, action("hangup"));
  }

  private static long ended(Map<Call, Long> answered) {
    return answered.keySet().stream().filter(Call::ended).count();
  }

  private void run(JsonObject body) {
    awaitEnd(begin(body));
  }

  private String begin(JsonObject body) {
    return office.api().post("/v1.0/activeflows", body).expect(200).object().getString("id");
  }

  private void awaitEnd(String id) {
    Platform.await(
        "the end of activeflow " + id,
        PATIENCE,
        () -> {
          JsonObject run = office.api().get("/v1.0/activeflows/" + id).expect(200).object();
          return run.getString("status").equals("ended");
        });
  }

  private static JsonObject named(String id, JsonObject action) {
    return Json.createObjectBuilder(action).add("id", id).build();
  }

  /** User and system time of the server's process, of which the kernel counts hundredths. */
  private double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(server), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
  }
}
