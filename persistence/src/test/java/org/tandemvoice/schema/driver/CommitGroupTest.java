package org.tandemvoice.schema.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommitGroupTest {

  private static final int OTHERS = 15;

  private final CommitGroup group = new CommitGroup();
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch held = new CountDownLatch(1);
  private final AtomicInteger writings = new AtomicInteger();

  @Test
  void thoseThatComeWhileOneWritesAreWrittenTogether() throws Exception {
    Future<?> first = start(this::writeUntilReleased);
    writing.await();
    List<Future<?>> others = startOthersAndAwaitThem();
    assertThat(writings).hasValue(1);

    held.countDown();

    first.get();
    awaitAll(others);
    assertThat(writings).hasValue(2);
  }

  /** Who came during a writing that failed is not in the file by it. */
  @Test
  void thoseThatComeWhileAWritingFailsAreWrittenByTheNext() throws Exception {
    Future<?> first =
        start(
            () -> {
              writeUntilReleased();
              fail();
            });
    writing.await();
    List<Future<?>> others = startOthersAndAwaitThem();

    held.countDown();

    assertThatThrownBy(first::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("disk full");
    awaitAll(others);
    assertThat(writings).hasValue(2);
  }

  @Test
  void writesAgainAfterAFailure() {
    assertThatIllegalStateException().isThrownBy(() -> group.write(CommitGroupTest::fail));

    group.write(writings::incrementAndGet);

    assertThat(writings).hasValue(1);
  }

  private List<Future<?>> startOthersAndAwaitThem() {
    List<Thread> threads = new ArrayList<>();
    List<Future<?>> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      FutureTask<?> task = taskOf(writings::incrementAndGet);
      Thread thread = new Thread(task);
      thread.start();
      threads.add(thread);
      others.add(task);
    }
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    return others;
  }

  private Future<?> start(Runnable commit) {
    FutureTask<?> task = taskOf(commit);
    new Thread(task).start();
    return task;
  }

  private FutureTask<?> taskOf(Runnable commit) {
    return new FutureTask<>(Executors.callable(() -> group.write(commit)));
  }

  private void writeUntilReleased() {
    writings.incrementAndGet();
    writing.countDown();
    try {
      held.await();
    } catch (InterruptedException interruption) {
      throw new IllegalStateException(interruption);
    }
  }

  private static void fail() {
    throw new IllegalStateException("disk full");
  }

  private static void awaitAll(List<Future<?>> others) throws Exception {
    for (Future<?> other : others) {
      other.get();
    }
  }
}
