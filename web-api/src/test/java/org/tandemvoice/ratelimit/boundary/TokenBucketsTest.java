package org.tandemvoice.ratelimit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  @Test
  void allowsTwoSecondsWorthAtOnceAndNoMore() {
    TokenBuckets buckets = new TokenBuckets(10, 100);

    for (int i = 0; i < 20; i++) {
      assertThat(buckets.take("a", 0)).isEmpty();
    }

    assertThat(buckets.take("a", 0)).hasValue(Duration.ofMillis(100));
  }

  @Test
  void refillsAtItsRate() {
    TokenBuckets buckets = new TokenBuckets(10, 100);
    for (int i = 0; i < 20; i++) {
      buckets.take("a", 0);
    }

    for (int i = 0; i < 10; i++) {
      assertThat(buckets.take("a", SECOND)).isEmpty();
    }

    assertThat(buckets.take("a", SECOND)).isPresent();
  }

  @Test
  void countsEveryKeyForItself() {
    TokenBuckets buckets = new TokenBuckets(0.5, 100);

    assertThat(buckets.take("a", 0)).isEmpty();
    assertThat(buckets.take("a", 0)).hasValue(Duration.ofSeconds(2));
    assertThat(buckets.take("b", 0)).isEmpty();
  }

  @Test
  void isSwitchedOffByZero() {
    TokenBuckets buckets = new TokenBuckets(0, 100);

    for (int i = 0; i < 1_000; i++) {
      assertThat(buckets.take("a", 0)).isEmpty();
    }
    assertThat(buckets.size()).isZero();
  }

  @Test
  void forgetsTheKeyNotSeenForLongest() {
    TokenBuckets buckets = new TokenBuckets(0.5, 2);
    buckets.take("a", 0);
    buckets.take("b", 0);
    buckets.take("a", 0);

    buckets.take("c", 0);

    assertThat(buckets.size()).isEqualTo(2);
    assertThat(buckets.take("a", 0)).as("still empty").isPresent();
  }
}
