package org.tandemvoice.pbx.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PbxSettingsTest {

  private static final int MANY = 200;

  private final PbxSettings settings = new PbxSettings(300, 30, 1800);

  private Set<Duration> waitsAfter(int failures) {
    return IntStream.range(0, MANY)
        .mapToObj(one -> settings.retryAfter(failures))
        .collect(Collectors.toSet());
  }

  @Test
  void waitsTwiceAsLongAfterEachFailureUpToTheLongest() {
    int[] mostSeconds = {30, 60, 120, 240, 480, 960, 1800, 1800};
    for (int failures = 0; failures < mostSeconds.length; failures++) {
      Duration most = Duration.ofSeconds(mostSeconds[failures]);
      assertThat(waitsAfter(failures))
          .allSatisfy(wait -> assertThat(wait).isBetween(most.dividedBy(2), most));
    }
    assertThat(settings.retryAfter(1_000)).isLessThanOrEqualTo(Duration.ofSeconds(1800));
  }

  /** A telephone system that comes back is not asked by everybody at the same moment. */
  @Test
  void spreadsTheWaits() {
    assertThat(waitsAfter(3)).hasSizeGreaterThan(MANY / 2);
  }

  @Test
  void refreshesWellBeforeTheEnd() {
    for (int i = 0; i < MANY; i++) {
      assertThat(settings.refreshAfter(Duration.ofSeconds(300)))
          .isBetween(Duration.ofSeconds(210), Duration.ofSeconds(240));
    }
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    assertThatThrownBy(() -> new PbxSettings(300, 0, 1800))
        .hasMessageContaining("PBX_RETRY_SECONDS");
  }
}
