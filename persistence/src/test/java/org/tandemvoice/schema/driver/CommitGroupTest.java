package org.tandemvoice.schema.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
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
  private final AtomicInteger writings = new AtomicInteger();
  private final List<Future<?>> others = new ArrayList<>();

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

  private void writeUntilOthersWait() {
    writings.incrementAndGet();
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
    assertThat(writings).hasValue(1);
  }

  private static void fail() {
    throw new IllegalStateException("disk full");
  }

  private void awaitOthers() throws Exception {
    for (Future<?> other : others) {
      other.get();
    }
  }
}
