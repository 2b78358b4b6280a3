package org.tandemvoice.groupcall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.JsonBody.of;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * Groupcalls whose parties act at the same moment: whatever they do, exactly one call progresses
 * and no leg is left. {@code groupcall.races} and {@code groupcall.seed} set how many and which.
 */
@PlatformTest
class GroupcallRacesIT {

  private static final int RACES = Integer.getInteger("groupcall.races", 60);
  private static final long SEED = Long.getLong("groupcall.seed", 20260221L);
  private static final int SIDE_BY_SIDE = 3;
  private static final int PHONES = 4;
  private static final String NIL = "00000000-0000-0000-0000-000000000000";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** What the user of a phone does when all of them ring. */
  private enum Act {
    ANSWER,
    REJECT,
    IGNORE
  }

  private final ExecutorService users = Executors.newCachedThreadPool();

  @Test
  void exactlyOneWins() throws Exception {
    List<Future<?>> tables = new ArrayList<>();
    try (Office office = Office.open()) {
      for (int table = 0; table < SIDE_BY_SIDE; table++) {
        Random random = new Random(SEED + table);
        List<SoftPhone> phones = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
          phones.add(office.registered().patience(PATIENCE));
        }
        int races = RACES / SIDE_BY_SIDE + (table < RACES % SIDE_BY_SIDE ? 1 : 0);
        tables.add(users.submit(() -> races(office.api(), phones, random, races)));
      }
      for (Future<?> table : tables) {
        table.get();
      }
      Platform platform = office.platform();
      Platform.await(
          "idle gauges",
          Duration.ofSeconds(60),
          () -> {
            var busy = platform.gauges().busy();
            return !busy.containsKey("Calls.OpenCalls") && !busy.containsKey("Media.OpenSessions");
          });
    } finally {
      users.shutdownNow();
    }
  }

  private Void races(ApiClient api, List<SoftPhone> phones, Random random, int races)
      throws Exception {
    for (int race = 0; race < races; race++) {
      race(api, phones, random);
    }
    return null;
  }

  private void race(ApiClient api, List<SoftPhone> phones, Random random) throws Exception {
    List<String> destinations =
        phones.stream()
            .map(phone -> "{'type':'extension','target':'" + phone.account().user() + "'}")
            .toList();
    JsonObject group =
        api.post(
                "/v1.0/groupcalls",
                of(
                    "{'destinations':[%s],'ring_method':'ring_all','actions':[{'type':'block'}]}",
                    String.join(",", destinations)))
            .expect(200)
            .object();
    String path = "/v1.0/groupcalls/" + group.getString("id");
    CyclicBarrier moment = new CyclicBarrier(phones.size());
    List<Future<Optional<Call>>> acts = new ArrayList<>();
    for (SoftPhone phone : phones) {
      int dice = random.nextInt(10);
      Act act = dice < 7 ? Act.ANSWER : dice < 9 ? Act.REJECT : Act.IGNORE;
      int delayNs = random.nextInt(4) * random.nextInt(2_000_000);
      acts.add(users.submit(() -> act(phone.expectCall(), act, moment, delayNs)));
    }
    List<Call> answered = new ArrayList<>();
    for (Future<Optional<Call>> act : acts) {
      act.get().ifPresent(answered::add);
    }
    if (!answered.isEmpty()) {
      assertOneWinner(api, path, answered);
    }
    if (random.nextBoolean() || answered.isEmpty()) {
      api.post(path + "/hangup");
    } else {
      answered.stream().filter(call -> !call.ended()).forEach(Call::hangUp);
    }
    Platform.await(
        "the end of " + path,
        PATIENCE,
        () -> api.get(path).object().getString("status").equals("hangup"));
    answered.forEach(call -> call.awaitEnd(PATIENCE));
    for (String id : ids(group)) {
      assertThat(api.callState(id).getString("status")).isEqualTo("hangup");
    }
  }

  private static Optional<Call> act(
      IncomingCall incoming, Act act, CyclicBarrier moment, int delayNs) throws Exception {
    incoming.ring();
    moment.await();
    long start = System.nanoTime();
    while (System.nanoTime() - start < delayNs) {
      Thread.onSpinWait();
    }
    switch (act) {
      case ANSWER -> {
        return incoming.answerUnlessCanceled();
      }
      case REJECT -> incoming.rejectUnlessCanceled(486);
      case IGNORE -> {
        // until it is canceled
      }
    }
    return Optional.empty();
  }

  private static void assertOneWinner(ApiClient api, String path, List<Call> answered) {
    Platform.await(
        "an answer of " + path,
        PATIENCE,
        () -> !api.get(path).object().getString("answer_call_id").equals(NIL));
    JsonObject group = api.get(path).object();
    String winner = group.getString("answer_call_id");
    Platform.await(
        "the end of all others of " + group,
        PATIENCE,
        () ->
            ids(group).stream()
                .filter(id -> !id.equals(winner))
                .allMatch(id -> api.callState(id).getString("status").equals("hangup")));
    assertThat(api.callState(winner).getString("status")).isEqualTo("progressing");
    assertThat(
            ids(group).stream()
                .filter(id -> !id.equals(winner))
                .map(id -> api.callState(id).getJsonObject("action").getString("type")))
        .as("what the losers have run")
        .containsOnly("");
    Platform.await(
        "one phone that talks",
        PATIENCE,
        () -> answered.stream().filter(call -> !call.ended()).count() == 1);
  }

  private static List<String> ids(JsonObject group) {
    return group.getJsonArray("call_ids").getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }
}
