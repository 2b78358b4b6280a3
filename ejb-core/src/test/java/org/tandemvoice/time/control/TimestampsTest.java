package org.tandemvoice.time.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static final Instant INSTANT = Instant.parse("2021-02-04T04:44:20.904662Z");

  @Test
  void writesMicrosecondsAndZ() {
    assertThat(new Timestamps("iso").text(INSTANT)).isEqualTo("2021-02-04T04:44:20.904662Z");
    assertThat(new Timestamps("iso").text(Instant.parse("2026-02-21T10:00:00Z")))
        .isEqualTo("2026-02-21T10:00:00.000000Z");
  }

  @Test
  void writesTheSentinelForWhatHasNotHappened() {
    assertThat(new Timestamps("iso").text(Optional.empty()))
        .isEqualTo("9999-01-01T00:00:00.000000Z");
    assertThat(new Timestamps("space").text(Optional.empty()))
        .isEqualTo("9999-01-01 00:00:00.000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-04 04:44:20.904662",
        "2021-02-04T04:44:20.904662Z",
        "2021-02-04T04:44:20.904662",
        "2021-02-04T04:44:20.904662000Z"
      })
  void readsEveryStyle(String text) {
    assertThat(new Timestamps("iso").parse(text)).contains(INSTANT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2021-13-01 00:00:00"})
  void readsNothingElse(String text) {
    assertThat(new Timestamps("iso").parse(text)).isEmpty();
  }
}
