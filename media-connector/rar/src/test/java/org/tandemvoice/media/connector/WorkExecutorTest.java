package org.tandemvoice.media.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkExecutorTest {

  @Test
  void runsEveryTaskButOnlySoManyAtOnce() throws Exception {
    CountDownLatch done = new CountDownLatch(1_000);
    try (PoolWorkManager works = new PoolWorkManager()) {
      WorkExecutor executor = new WorkExecutor(works, 3, 10_000);

      for (int i = 0; i < 1_000; i++) {
        executor.execute(done::countDown);
      }

      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
      assertThat(works.mostAtOnce()).isBetween(1, 4);
    }
  }

  @Test
  void refusesWhenTooManyWait() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(3);
    try (PoolWorkManager works = new PoolWorkManager()) {
      WorkExecutor executor = new WorkExecutor(works, 1, 2);
      executor.execute(
          () -> {
            started.countDown();
            await(gate);
            done.countDown();
          });
      assertThat(started.await(5, TimeUnit.SECONDS)).isTrue();
      executor.execute(done::countDown);
      executor.execute(done::countDown);

      assertThatThrownBy(() -> executor.execute(done::countDown))
          .isInstanceOf(RejectedExecutionException.class);

      gate.countDown();
      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void goesOnAfterATaskThatFailed() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (PoolWorkManager works = new PoolWorkManager()) {
      WorkExecutor executor = new WorkExecutor(works, 1, 10);
      executor.execute(
          () -> {
            throw new IllegalStateException("meant to fail");
          });
      executor.execute(done::countDown);

      assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void keepsNothingOfATaskThatTheWorkManagerRefused() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    try (PoolWorkManager works = new PoolWorkManager()) {
      WorkExecutor executor = new WorkExecutor(works, 1, 10);
      works.refuse();

      assertThatThrownBy(() -> executor.execute(done::countDown))
          .isInstanceOf(RejectedExecutionException.class);

      assertThat(done.getCount()).isEqualTo(1);
      assertThat(works.isIdle()).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
