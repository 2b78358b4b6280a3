package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.media.engine.audio.Pcm;

class EspeakProviderTest {

  private final EspeakProvider espeak = new EspeakProvider("espeak-ng");

  @Test
  void speaksNothingWhereItIsNotInstalled() throws Exception {
    EspeakProvider absent = new EspeakProvider("/no/such/espeak-ng");

    assertThat(absent.speaks("en-US")).isFalse();
    assertThat(absent.hasVoice("en-us")).isFalse();
  }

  @Test
  void findsItsVoiceOfALanguage() throws Exception {
    assumeTrue(espeak.speaks("en-US"), "espeak-ng is not installed");

    for (String language :
        new String[] {
          "ko-KR", "de-DE", "pt-BR", "zh-CN", "zh-HK", "nb-NO", "es-MX", "en-AU", "ja-JP"
        }) {
      assertThat(espeak.speaks(language)).as(language).isTrue();
      assertThat(seconds(espeak.synthesize("1 2 3", speaker(language, ""), Manner.NORMAL)))
          .as(language)
          .isBetween(0.4, 4.0);
    }
    assertThat(espeak.speaks("tlh")).isFalse();
    assertThat(espeak.hasVoice("en-gb+f3")).isTrue();
    assertThat(espeak.hasVoice("Joanna")).isFalse();
  }

  @Test
  void readsMarkup() throws Exception {
    assumeTrue(espeak.speaks("en-US"), "espeak-ng is not installed");
    Speaker speaker = speaker("en-US", "");

    double plain = seconds(espeak.synthesizeMarkup("<speak>Hello you</speak>", speaker).get());
    double broken =
        seconds(
            espeak.synthesizeMarkup("<speak>Hello<break time='2s'/> you</speak>", speaker).get());

    assertThat(broken - plain).isBetween(1.5, 2.7);
  }

  @Test
  void bendsItsVoice() throws Exception {
    assumeTrue(espeak.speaks("en-US"), "espeak-ng is not installed");
    Speaker speaker = speaker("en-US", "");

    Pcm plain = espeak.synthesize("Please hold the line", speaker, Manner.NORMAL);
    Pcm slow = espeak.synthesize("Please hold the line", speaker, new Manner(0.5, 1, 1));
    Pcm woman =
        espeak.synthesize("Please hold the line", speaker("en-US", "female"), Manner.NORMAL);

    assertThat(seconds(slow)).isGreaterThan(1.5 * seconds(plain));
    assertThat(woman.samples()).isNotEqualTo(plain.samples());
  }

  @Test
  void takesTextThatLooksLikeAnOption() throws Exception {
    assumeTrue(espeak.speaks("en-US"), "espeak-ng is not installed");

    assertThat(
            espeak
                .synthesize(
                    "--version; $(id) \u0000 \u00e4", speaker("en-US", "-x; id"), Manner.NORMAL)
                .samples())
        .isNotEmpty();
  }

  @Test
  void saysSoWhenItFails(@TempDir Path folder) throws Exception {
    EspeakProvider failing =
        new EspeakProvider(
            script(
                folder,
                "[ \"$1\" = --voices ] && printf 'Pty Language\\n"
                    + " 5 en-us --/M x\\n"
                    + "' && exit 0; exit 3"));

    assertThat(failing.speaks("en-US")).isTrue();
    assertThatThrownBy(() -> failing.synthesize("Hello", speaker("en-US", ""), Manner.NORMAL))
        .isInstanceOf(SpeechException.class)
        .hasMessage("espeak-ng could not speak this text");
  }

  private static String script(Path folder, String body) throws IOException {
    Path file = folder.resolve("espeak-ng");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }

  private static Speaker speaker(String language, String voice) {
    return Speaker.of(language, voice);
  }

  private static double seconds(Pcm sound) {
    return (double) sound.samples().length / sound.sampleRateHz();
  }
}
