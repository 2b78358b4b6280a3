package org.tandemvoice.peer.audio;

import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** What a listener would say about a sound. */
public final class AudioAssertions extends AbstractAssert<AudioAssertions, Sound> {

  private AudioAssertions(Sound actual) {
    super(actual, AudioAssertions.class);
  }

  public static AudioAssertions assertThat(Sound sound) {
    return new AudioAssertions(sound);
  }

  public AudioAssertions hearsTone(double frequency) {
    return hearsTone(frequency, Duration.ofMillis(300));
  }

  public AudioAssertions hearsTone(double frequency, Duration atLeast) {
    isNotNull();
    Duration heard = actual.toneHeard(frequency);
    if (heard.compareTo(atLeast) < 0) {
      failWithMessage(
          "Expected at least %d ms of %.0f Hz but heard %d ms in a %s",
          atLeast.toMillis(), frequency, heard.toMillis(), actual);
    }
    return this;
  }

  public AudioAssertions hearsNoTone(double frequency) {
    isNotNull();
    Duration heard = actual.toneHeard(frequency);
    if (heard.toMillis() > 0) {
      failWithMessage(
          "Expected no %.0f Hz but heard it for %d ms in a %s",
          frequency, heard.toMillis(), actual);
    }
    return this;
  }

  public AudioAssertions isSilent() {
    isNotNull();
    Duration audible = actual.audible();
    if (audible.toMillis() > 0) {
      failWithMessage("Expected silence but got a %s", actual);
    }
    return this;
  }

  /** Something audible for that long: speech has gaps, so the time is added up. */
  public AudioAssertions isAudibleFor(Duration atLeast, Duration atMost) {
    isNotNull();
    Duration audible = actual.audible();
    if (audible.compareTo(atLeast) < 0 || audible.compareTo(atMost) > 0) {
      failWithMessage(
          "Expected %d to %d ms to be audible but got a %s",
          atLeast.toMillis(), atMost.toMillis(), actual);
    }
    return this;
  }
}
