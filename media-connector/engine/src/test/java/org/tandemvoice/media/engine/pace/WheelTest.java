package org.tandemvoice.media.engine.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time goes on only when somebody looks at it, and nobody sleeps. */
class WheelTest {

  private static final long LOOK_NANOS = 250_000;
  private static final int TICKS = 60;
  private static final int STALL_AT = 20;

  private final AtomicLong nanos = new AtomicLong();
  private final Wheel wheel = new Wheel(this::look);

  private long look() {
    LockSupport.unpark(Thread.currentThread());
    return nanos.getAndAdd(LOOK_NANOS);
  }

  /** Notes the frames of one place; the stall comes in the midst of one of them. */
  private final class Noting implements Paced {

    private final long stallNanos;
    private final List<Integer> leftOut = new ArrayList<>();
    private long firstNanos;
    private long lastNanos;

    Noting(int stallMs) {
      stallNanos = stallMs * 1_000_000L;
    }

    @Override
    public boolean tick(long nowNanos, int framesBefore) {
      firstNanos = leftOut.isEmpty() ? nowNanos : firstNanos;
      lastNanos = nowNanos;
      leftOut.add(framesBefore);
      if (leftOut.size() == STALL_AT) {
        nanos.addAndGet(stallNanos);
      }
      if (leftOut.size() == TICKS && stallNanos > 0) {
        wheel.stop();
      }
      return true;
    }

    @Override
    public boolean shift() {
      return false;
    }

    int sum() {
      return leftOut.stream().mapToInt(Integer::intValue).sum();
    }

    /** Frames of 20 ms from the first to the last. */
    long frames() {
      return Math.round((lastNanos - firstNanos) / 20e6);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0", "190, 0", "260, 12", "500, 24", "3000, 149"})
  void tellsEachWhatItHadNoTimeFor(int stallMs, int leastLeftOut) {
    List<Noting> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(new Noting(i == 7 ? stallMs : 0));
    }
    all.forEach(wheel::add);

    wheel.run();

    for (Noting each : all) {
      assertThat(each.sum()).isBetween(leastLeftOut, leastLeftOut + 1);
      assertThat(each.leftOut.size() - 1 + each.sum())
          .isBetween((int) each.frames() - 1, (int) each.frames() + 1);
      assertThat(each.leftOut).filteredOn(frames -> frames > 0).hasSizeLessThanOrEqualTo(1);
    }
  }
}
