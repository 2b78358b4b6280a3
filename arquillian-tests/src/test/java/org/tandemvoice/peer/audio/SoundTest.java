package org.tandemvoice.peer.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void hearsTheToneThatIsThereAndNoOther() {
    Sound sound = Sound.silence(SECOND).then(Sound.tone(440, 0.25, SECOND));

    AudioAssertions.assertThat(sound).hearsTone(440, Duration.ofMillis(950)).hearsNoTone(480);
    assertThatThrownBy(() -> AudioAssertions.assertThat(sound).hearsNoTone(440))
        .hasMessageContaining("440 Hz");
    assertThatThrownBy(() -> AudioAssertions.assertThat(sound).isSilent())
        .hasMessageContaining("silence");
  }

  @Test
  void findsPauses() {
    Sound beep = Sound.tone(800, 0.3, Duration.ofMillis(200));
    Sound sound = beep.then(Sound.silence(Duration.ofMillis(400))).then(beep);

    assertThat(sound.silences(Duration.ofMillis(100)))
        .containsExactly(new Sound.Span(Duration.ofMillis(200), Duration.ofMillis(600)));
    assertThat(sound.audible()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void comesBackFromAWavFile(@TempDir Path folder) {
    Sound sound = Sound.tone(440, 0.25, SECOND);

    WavFile.write(sound, folder.resolve("tone.wav"));

    Sound read = WavFile.read(folder.resolve("tone.wav"));
    assertThat(read.samples()).isEqualTo(sound.samples());
    assertThat(read.rate()).isEqualTo(8000);
  }
}
