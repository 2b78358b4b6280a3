package org.tandemvoice.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * Many callers and a few agents who answer, ignore or reject at random: all are served or gone by
 * rule, in their order, and the counts are right at every moment. {@code queue.callers}, {@code
 * queue.agents} and {@code queue.seed} set the scene.
 */
@PlatformTest
class QueueCrowdIT {

  private static final int CALLERS = Integer.getInteger("queue.callers", 12);
  private static final int AGENTS = Integer.getInteger("queue.agents", 4);
  private static final long SEED = Long.getLong("queue.seed", 20260221L);
  private static final Duration PATIENCE = Duration.ofSeconds(15 + 2L * CALLERS);

  private static final List<String> GONE = List.of("timeout", "hangup");

  /** INVITEs of one moment may overtake each other on their way. */
  private static final long SAME_MOMENT_NS = 400_000_000;

  private final ExecutorService people = Executors.newCachedThreadPool();
  private final Map<String, Long> firstOffered = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answers = new AtomicInteger();

  @Test
  void everybodyIsServedOrGoneByRule() throws Exception {
    try (Office office = Office.open()) {
      QueueTenant tenant = new QueueTenant(office);
      JsonObject queue =
          tenant.queue(",'ring_timeout':1200,'wait_timeout':" + (10_000 + 1_000 * CALLERS));
      Random random = new Random(SEED);
      for (int i = 0; i < AGENTS; i++) {
        hire(tenant, office.registered().patience(PATIENCE), new Random(random.nextLong()));
      }
      List<Future<?>> callers = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        SoftPhone phone = office.registered().patience(PATIENCE);
        Call call = tenant.join(phone, queue);
        boolean abandons = random.nextInt(10) == 0;
        long patienceMs = 500 + random.nextInt(3_000);
        callers.add(
            people.submit(
                () -> {
                  if (abandons) {
                    Waiting.until(call::ended, Duration.ofMillis(patienceMs));
                    if (!call.ended()) {
                      call.hangUp();
                    }
                  } else {
                    call.awaitEnd(PATIENCE);
                  }
                }));
      }
      while (!callers.stream().allMatch(Future::isDone)) {
        assertCountsAgree(tenant, queue);
        Waiting.until(() -> false, Duration.ofMillis(500));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      Platform.await(
          "the end of all queuecalls",
          PATIENCE,
          () -> tenant.state(queue).getInt("waiting_calls") == 0);
      assertOutcome(tenant, queue);
      Platform platform = office.platform();
      Platform.await(
          "idle gauges",
          Duration.ofSeconds(60),
          () -> {
            var busy = platform.gauges().busy();
            return !busy.containsKey("Calls.OpenCalls") && !busy.containsKey("Media.OpenSessions");
          });
    } finally {
      people.shutdownNow();
    }
  }

  private void hire(QueueTenant tenant, SoftPhone phone, Random random) {
    String agent = tenant.agent(phone);
    AtomicInteger calls = new AtomicInteger();
    phone.whenCalled(
        incoming ->
            people.submit(
                () -> {
                  if (calls.incrementAndGet() > 1) {
                    troubles.add("agent " + agent + " was given two calls at once");
                  }
                  firstOffered.putIfAbsent(incoming.caller().user(), System.nanoTime());
                  act(tenant, agent, incoming, random, calls);
                }));
    tenant.available(agent);
  }

  private void act(
      QueueTenant tenant, String agent, IncomingCall incoming, Random random, AtomicInteger calls) {
    incoming.ring();
    int dice = random.nextInt(10);
    if (dice < 6) {
      var answered = incoming.answerUnlessCanceled();
      answered.ifPresent(call -> talk(call, random));
      calls.decrementAndGet();
      if (answered.isPresent()) {
        tenant.available(agent);
      }
    } else if (dice < 8) {
      calls.decrementAndGet();
      incoming.rejectUnlessCanceled(486);
    } else {
      Waiting.until(incoming::isCanceled, PATIENCE);
      calls.decrementAndGet();
    }
  }

  private void talk(Call call, Random random) {
    answers.incrementAndGet();
    Waiting.until(call::ended, Duration.ofMillis(300 + random.nextInt(700)));
    if (!call.ended()) {
      call.hangUp();
    }
  }

  /** A list is read a moment before another one: what is true is true at the second look. */
  private static void assertCountsAgree(QueueTenant tenant, JsonObject queue) {
    boolean agree = Waiting.until(() -> agrees(tenant.state(queue)), Duration.ofSeconds(3));
    assertThat(agree).as("counts of " + tenant.state(queue)).isTrue();
  }

  private static boolean agrees(JsonObject state) {
    int waiting = state.getJsonArray("wait_queuecall_ids").size();
    int served = state.getJsonArray("service_queuecall_ids").size();
    int left =
        state.getInt("total_incoming_count")
            - state.getInt("total_serviced_count")
            - state.getInt("total_abandoned_count");
    return state.getInt("waiting_calls") == waiting
        && left == waiting
        && served + state.getInt("available_agents") <= AGENTS;
  }

  private void assertOutcome(QueueTenant tenant, JsonObject queue) {
    List<JsonObject> all = new ArrayList<>(tenant.queuecalls());
    all.sort(
        Comparator.comparing((JsonObject one) -> one.getString("tm_create"))
            .thenComparing(one -> one.getString("id")));
    assertThat(troubles).isEmpty();
    assertThat(all).hasSize(CALLERS);
    int served = 0;
    for (JsonObject one : all) {
      boolean isServed = one.getString("status").equals("done");
      assertThat(one.getString("status")).as(one.toString()).isIn("done", "abandoned");
      assertThat(one.getString("end_reason")).isIn(isServed ? List.of("served") : GONE);
      served += isServed ? 1 : 0;
    }
    JsonObject state = tenant.state(queue);
    assertThat(state.getInt("total_incoming_count")).isEqualTo(CALLERS);
    assertThat(state.getInt("total_serviced_count")).isEqualTo(served);
    assertThat(state.getInt("total_abandoned_count")).isEqualTo(CALLERS - served);
    assertThat(served).isLessThanOrEqualTo(answers.get()).isGreaterThan(CALLERS / 2);
    assertOrder(tenant, all);
  }

  /** Who came first was rung for first. */
  private void assertOrder(QueueTenant tenant, List<JsonObject> all) {
    long before = Long.MIN_VALUE;
    for (JsonObject one : all) {
      Long offered = firstOffered.get(tenant.caller(one.getString("reference_id")));
      if (offered != null) {
        assertThat(offered + SAME_MOMENT_NS).as("first offer of " + one).isGreaterThan(before);
        before = Math.max(before, offered);
      }
    }
  }
}
