package org.tandemvoice.recording.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingStatus;
import org.tandemvoice.recording.entity.StorageKey;
import org.tandemvoice.time.control.Timestamps;

/** The states of a recording, and how it is shown. */
class RecordingTest {

  private static final Instant NOW = Examples.NOW;

  @Test
  void endsOnlyWhenItsFileIsStored() {
    Recording recording = Examples.recording();

    assertThat(recording.begin(NOW)).isTrue();
    assertThat(recording.end(NOW)).isFalse();
    assertThat(recording.complete(Duration.ofSeconds(2), NOW)).isTrue();
    assertThat(recording.status()).isEqualTo(RecordingStatus.STOPPING);
    assertThat(recording.isStored()).isFalse();
    assertThat(recording.complete(Duration.ofSeconds(9), NOW)).isFalse();
    assertThat(recording.end(NOW)).isTrue();
    assertThat(recording.isStored()).isTrue();
    assertThat(recording.duration()).isEqualTo(Duration.ofSeconds(2));
    assertThat(recording.fail("too late", NOW)).isFalse();
  }

  @Test
  void mayBeStoppedBeforeItBegins() {
    Recording recording = Examples.recording();

    assertThat(recording.stop(NOW)).isTrue();
    assertThat(recording.begin(NOW)).isFalse();
    assertThat(recording.complete(Duration.ZERO, NOW)).isTrue();
  }

  @Test
  void isNeverShownAsEndedWhenItFailed() {
    Recording recording = Examples.recording();
    recording.begin(NOW);

    assertThat(recording.fail("no space left", NOW)).isTrue();
    assertThat(recording.complete(Duration.ofSeconds(2), NOW)).isFalse();
    assertThat(recording.end(NOW)).isFalse();
    assertThat(recording.status()).isEqualTo(RecordingStatus.FAILED);
    assertThat(recording.failure()).isEqualTo("no space left");
  }

  @Test
  void endsAtTheKeyItWasToldAndOnlyWhileItRuns() {
    Recording hash = Examples.recording("#");

    assertThat(hash.endsAt('1')).isFalse();
    assertThat(hash.endsAt('#')).isTrue();
    assertThat(Examples.recording("any").endsAt('5')).isTrue();
    assertThat(Examples.recording("none").endsAt('n')).isFalse();
    hash.stop(NOW);
    assertThat(hash.endsAt('#')).isFalse();
  }

  @Test
  void liesWhereTheSeedsSay() {
    assertThat(Examples.recording().key())
        .isEqualTo(
            new StorageKey(
                "recordings-" + Examples.CUSTOMER, "2026-02-21/" + Examples.ID + ".mp3"));
  }

  @Test
  void showsItsExactDuration() {
    JsonObject shown =
        new RecordingDocument(new Timestamps("iso")).of(Examples.whole(), "http://x/y");

    assertThat(shown.getInt("duration")).isEqualTo(2);
    assertThat(shown.getInt("duration_ms")).isEqualTo(2_340);
    assertThat(shown.getString("status")).isEqualTo("stopping");
    assertThat(shown.getString("url")).isEqualTo("http://x/y");
    assertThat(shown.getString("tm_end")).isEqualTo("2026-02-21T10:30:03.000000Z");
    assertThat(shown.getString("tm_delete")).startsWith("9999");
  }
}
