package org.tandemvoice.recording.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,     bytes 0-99/1000",
    "bytes=900-,     bytes 900-999/1000",
    "bytes=900-5000, bytes 900-999/1000",
    "bytes=-100,     bytes 900-999/1000",
    "bytes=-5000,    bytes 0-999/1000",
    "bytes=999-999,  bytes 999-999/1000",
    "bytes=1000-,    bytes */1000",
    "bytes=-0,       bytes */1000",
  })
  void readsOneRange(String header, String contentRange) {
    assertThat(ByteRange.of(header, 1_000))
        .hasValueSatisfying(range -> assertThat(range.contentRange(1_000)).isEqualTo(contentRange));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=-", "bytes=5-4", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "nonsense"})
  void givesTheWholeFileForWhatItDoesNotUnderstand(String header) {
    assertThat(ByteRange.of(header, 1_000)).isEmpty();
  }

  @Test
  void givesTheWholeFileIfNothingIsAsked() {
    assertThat(ByteRange.of(null, 1_000)).isEmpty();
  }
}
