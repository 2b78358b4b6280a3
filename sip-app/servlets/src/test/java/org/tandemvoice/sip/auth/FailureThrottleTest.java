package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {

  private final MovableClock clock = new MovableClock();
  private final FailureThrottle throttle = new FailureThrottle(clock, 2, Duration.ofSeconds(60));

  @Test
  void waitsAfterTooManyFailuresUntilTheWindowIsOver() {
    throttle.failed("a");
    assertThat(throttle.wait("a")).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    throttle.failed("a");

    assertThat(throttle.wait("a")).contains(Duration.ofSeconds(50));
    assertThat(throttle.wait("b")).isEmpty();
    clock.advance(Duration.ofSeconds(50));
    assertThat(throttle.wait("a")).isEmpty();
  }

  @Test
  void countsAnewAfterTheWindow() {
    throttle.failed("a");
    clock.advance(Duration.ofSeconds(61));
    throttle.failed("a");

    assertThat(throttle.wait("a")).isEmpty();
  }

  @Test
  void successForgives() {
    throttle.failed("a");
    throttle.succeeded("a");
    throttle.failed("a");

    assertThat(throttle.wait("a")).isEmpty();
  }

  @Test
  void zeroSwitchesItOff() {
    FailureThrottle off = new FailureThrottle(clock, 0, Duration.ofSeconds(60));
    off.failed("a");

    assertThat(off.wait("a")).isEmpty();
  }

  @Test
  void memoryIsBounded() {
    throttle.failed("a");
    throttle.failed("a");
    for (int i = 0; i < 50_000; i++) {
      throttle.failed("other " + i);
    }

    assertThat(throttle.wait("a")).isEmpty();
  }
}
