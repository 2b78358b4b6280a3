package org.tandemvoice.sip.connector.mobicents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tandemvoice.sip.connector.mobicents.OrderedQueue.Place;

/**
 * Elements are texts like {@code a1}; their first character is the key, {@code -} is none; those
 * that end in an exclamation mark begin something.
 */
class OrderedQueueTest {

  private final OrderedQueue<String> queue =
      new OrderedQueue<>(
          text ->
              new Place(
                  Optional.of(text.substring(0, 1)).filter(key -> !key.equals("-")),
                  text.endsWith("!")));

  @Test
  void nextOfAKeyIsNotGivenBeforeTheOneBeforeIsDone() throws Exception {
    queue.addAll(List.of("a1", "a2", "b1"));

    assertThat(queue.poll()).isEqualTo("a1");
    assertThat(elsewhere()).isEqualTo("b1");
    assertThat(elsewhere()).isNull();
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.poll()).isEqualTo("a2");
  }

  @Test
  void whatHasNoKeyWaitsForNothing() throws Exception {
    queue.addAll(List.of("-1", "-2"));

    assertThat(queue.poll()).isEqualTo("-1");
    assertThat(elsewhere()).isEqualTo("-2");
  }

  @Test
  void whatGoesOnComesBeforeWhatBegins() {
    queue.addAll(List.of("z1", "a1!", "b1", "a2", "c1"));
    queue.poll();

    assertThat(queue.poll()).isEqualTo("b1");
    assertThat(queue.poll()).isEqualTo("c1");
    assertThat(queue.poll()).isEqualTo("a1!");
    assertThat(queue.poll()).isEqualTo("a2");
  }

  @Test
  void whatBeginsHasItsTurnHoweverMuchGoesOn() {
    queue.add("-first");
    queue.poll();
    queue.add("-new!");
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      queue.add("-" + i);
      given.add(queue.poll());
    }

    assertThat(given).contains("-new!");
  }

  @Test
  void tellsHowLongTheNextThatBeginsHasWaited() {
    queue.addAll(List.of("-1", "-2"));
    assertThat(queue.waitOfTheNew()).isEqualTo(Duration.ZERO);

    queue.add("a1!");

    assertThat(queue.waitOfTheNew()).isPositive();
  }

  @Test
  void keyIsForgottenWhenItsLastElementIsDone() throws Exception {
    queue.add("a1");
    queue.poll();
    assertThat(queue.poll()).isNull();

    queue.add("a2");

    assertThat(elsewhere()).isEqualTo("a2");
  }

  @Test
  void polledInVainAfterTheTimeGiven() throws Exception {
    assertThat(queue.poll(1, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void manyThreadsKeepTheOrderOfEveryKey() throws Exception {
    int threads = 8;
    int each = 2_000;
    Map<String, List<String>> done = new ConcurrentHashMap<>();
    CountDownLatch left = new CountDownLatch(5 * each);
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread worker = new Thread(() -> work(done, left), "worker-" + i);
      worker.start();
      workers.add(worker);
    }

    List<String> keys = List.of("a", "b", "c", "d", "e");
    for (int i = 0; i < each; i++) {
      for (String key : keys) {
        queue.add(key + i);
      }
    }

    assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    workers.forEach(Thread::interrupt);
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(queue).isEmpty();
    for (String key : keys) {
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < each; i++) {
        expected.add(key + i);
      }
      assertThat(done.get(key)).isEqualTo(expected);
    }
  }

  /** The lists are not safe for threads: only one may work on a key at a time. */
  private void work(Map<String, List<String>> done, CountDownLatch left) {
    try {
      while (true) {
        String taken = queue.take();
        done.computeIfAbsent(taken.substring(0, 1), key -> new ArrayList<>()).add(taken);
        left.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String elsewhere() throws Exception {
    return CompletableFuture.supplyAsync(queue::poll).get(5, TimeUnit.SECONDS);
  }
}
