package org.tandemvoice.schema.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommitGroupTest {

  private static final int OTHERS = 15;

  private static final long APART_NS = 5_000_000;

  private final AtomicInteger writings = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();
  private final List<Long> pauses = new ArrayList<>();
  private Runnable during = () -> {};

  private final CommitGroup group =
      new CommitGroup(
          now::get,
          ns -> {
            pauses.add(ns);
            during.run();
          });
  private final List<Future<?>> others = new CopyOnWriteArrayList<>();

  @Test
  void thoseThatComeWhileOneWritesAreWrittenTogether() throws Exception {
    group.write(this::writeUntilOthersWait);

    awaitOthers();
    assertThat(writings).hasValue(2);
  }

  /** Who came during a writing that failed is not in the file by it. */
  @Test
  void thoseThatComeWhileAWritingFailsAreWrittenByTheNext() throws Exception {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                group.write(
                    () -> {
                      writeUntilOthersWait();
                      fail();
                    }))
        .withMessage("disk full");

    awaitOthers();
    assertThat(writings).hasValue(2);
  }

  @Test
  void writesAgainAfterAFailure() {
    assertThatIllegalStateException().isThrownBy(() -> group.write(CommitGroupTest::fail));

    group.write(writings::incrementAndGet);

    assertThat(writings).hasValue(1);
  }

  @Test
  void whoCommitsAloneNeverWaits() {
    for (int i = 0; i < 3; i++) {
      group.write(writings::incrementAndGet);
    }

    assertThat(writings).hasValue(3);
    assertThat(pauses).isEmpty();
  }

  /** The second write waits for what is left of the time since the first began, and takes all. */
  @Test
  void writesThatAreSharedBeginApart() throws Exception {
    now.set(1_000);
    group.write(
        () -> {
          writeUntilOthersWait();
          now.addAndGet(1_000_000);
          during = this::commitByOthers;
        });

    awaitOthers();
    assertThat(pauses).containsExactly(APART_NS - 1_000_000);
    assertThat(others).hasSize(2 * OTHERS);
    assertThat(writings).hasValue(2);
  }

  @Test
  void sharedWritesThatBeginLateEnoughWaitForNobody() throws Exception {
    group.write(
        () -> {
          writeUntilOthersWait();
          now.addAndGet(APART_NS);
        });

    awaitOthers();
    assertThat(pauses).isEmpty();
    assertThat(writings).hasValue(2);
  }

  @Test
  void waitsNoLongerOnceWritesAreNotSharedAnyMore() throws Exception {
    group.write(this::writeUntilOthersWait);
    awaitOthers();
    now.addAndGet(APART_NS);

    group.write(writings::incrementAndGet);
    pauses.clear();
    group.write(writings::incrementAndGet);

    assertThat(pauses).isEmpty();
    assertThat(writings).hasValue(4);
  }

  private void writeUntilOthersWait() {
    writings.incrementAndGet();
    commitByOthers();
    assertThat(writings).hasValue(1);
  }

  private void commitByOthers() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      FutureTask<?> other =
          new FutureTask<>(Executors.callable(() -> group.write(writings::incrementAndGet)));
      others.add(other);
      Thread thread = new Thread(other);
      thread.start();
      threads.add(thread);
    }
    while (threads.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
  }

  private static void fail() {
    throw new IllegalStateException("disk full");
  }

  private void awaitOthers() throws Exception {
    // more of them may have come while the first were awaited
    for (int i = 0; i < others.size(); i++) {
      others.get(i).get();
    }
  }
}
