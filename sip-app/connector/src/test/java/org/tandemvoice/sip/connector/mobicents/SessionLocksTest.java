package org.tandemvoice.sip.connector.mobicents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SessionLocksTest {

  private final SessionLocks locks = new SessionLocks();

  @Test
  void secondThreadWaitsUntilTheFirstLeaves() throws Exception {
    locks.enter("a", 0);

    assertThat(elsewhere(() -> locks.enter("a", 10))).isFalse();
    locks.exit("a");
    assertThat(
            elsewhere(
                () -> {
                  boolean entered = locks.enter("a", 1000);
                  locks.exit("a");
                  return entered;
                }))
        .isTrue();
  }

  @Test
  void ownerMayEnterAgainAndOwnsUntilItLeftAsOften() throws Exception {
    locks.enter("a", 0);
    locks.enter("a", 0);
    locks.exit("a");

    assertThat(elsewhere(() -> locks.enter("a", 10))).isFalse();
  }

  @Test
  void othersAreNotInTheWay() {
    locks.enter("a", 0);

    assertThat(locks.enter("b", 0)).isTrue();
  }

  @Test
  void leavingWhatWasNotEnteredDoesNothing() throws Exception {
    elsewhere(() -> locks.enter("a", 0));

    locks.exit("a");

    assertThat(locks.enter("a", 10)).isFalse();
  }

  @Test
  void releaseGivesBackWhatWasNotLeft() {
    locks.enter("outer", 0);
    int depth = locks.depth();
    locks.enter("a", 0);
    locks.enter("a", 0);
    locks.enter("b", 0);

    locks.releaseTo(depth);

    assertThat(locks.depth()).isEqualTo(1);
    assertThat(locks.size()).isEqualTo(1);
  }

  @Test
  void nothingIsKeptOfWhatIsNotOwned() throws Exception {
    locks.enter("a", 0);
    elsewhere(() -> locks.enter("a", 10));
    locks.exit("a");

    assertThat(locks.size()).isZero();
    assertThat(locks.depth()).isZero();
  }

  private static boolean elsewhere(Supplier<Boolean> task) throws Exception {
    return CompletableFuture.supplyAsync(task).get(5, TimeUnit.SECONDS);
  }
}
