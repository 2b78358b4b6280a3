package org.tandemvoice.media.engine.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitedExecutorTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void runsEveryTaskButOnlySoManyAtOnce() throws Exception {
    CountDownLatch done = new CountDownLatch(1_000);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    LimitedExecutor executor = new LimitedExecutor(threads, 3, 10_000);

    for (int i = 0; i < 1_000; i++) {
      executor.execute(
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            done.countDown();
          });
    }

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void refusesWhenTooManyWait() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(3);
    LimitedExecutor executor = new LimitedExecutor(threads, 1, 2);
    executor.execute(
        () -> {
          started.countDown();
          await(gate);
          done.countDown();
        });
    assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    executor.execute(done::countDown);
    executor.execute(done::countDown);

    assertThatThrownBy(() -> executor.execute(done::countDown))
        .isInstanceOf(RejectedExecutionException.class);

    gate.countDown();
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void goesOnAfterATaskThatFailed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    LimitedExecutor executor = new LimitedExecutor(threads, 1, 10);
    executor.execute(
        () -> {
          throw new IllegalStateException("meant to fail");
        });
    executor.execute(done::countDown);

    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void keepsNothingOfATaskThatTheThreadsRefused() throws Exception {
    CountDownLatch refused = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    AtomicInteger refusals = new AtomicInteger(1);
    LimitedExecutor executor =
        new LimitedExecutor(
            task -> {
              if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException("no thread");
              }
              threads.execute(task);
            },
            1,
            10);

    assertThatThrownBy(() -> executor.execute(refused::countDown))
        .isInstanceOf(RejectedExecutionException.class);
    executor.execute(taken::countDown);

    assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(refused.getCount()).isEqualTo(1);
  }

  @Test
  void theHeapIsTightAboveTwoThirds() {
    assertThat(new HeapWatch(() -> 600, 1_000).isTight()).isFalse();
    assertThat(new HeapWatch(() -> 700, 1_000).isTight()).isTrue();
    assertThat(HeapWatch.ofThisJvm().isTight()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
