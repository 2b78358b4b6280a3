package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.engine.speech.SpeechSegment.Pause;
import org.tandemvoice.media.engine.speech.SpeechSegment.Words;

class SsmlTest {

  @Test
  void plainTextIsOneSegment() throws Exception {
    assertThat(Ssml.segments(" 3 < 4 & so on ")).containsExactly(new Words("3 < 4 & so on"));
    assertThat(Ssml.segments("  ")).isEmpty();
    assertThat(Ssml.segments("<b>loud</b>")).containsExactly(new Words("<b>loud</b>"));
  }

  @Test
  void keepsWordsAndBreaksAndDropsTheRest() throws Exception {
    String ssml =
        """
        <?xml version="1.0"?>
        <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">
          Hello <emphasis level="strong">dear</emphasis> caller.<break time="1.5s"/>
          <prosody rate="slow">Press <say-as interpret-as="cardinal">1</say-as></prosody>
          <!-- not this -->
        </speak>
        """;

    assertThat(Ssml.segments(ssml).get(1)).isEqualTo(new Pause(Duration.ofMillis(1_500)));
    assertThat(Ssml.segments(ssml)).hasSize(3);
    assertThat(((Words) Ssml.segments(ssml).get(0)).text()).isEqualTo("Hello dear caller.");
    assertThat(((Words) Ssml.segments(ssml).get(2)).text()).isEqualTo("Press 1");
  }

  @ParameterizedTest
  @CsvSource({"200ms, 200", "1s, 1000", "+0.25s, 250", "1.5s, 1500", "3600s, 60000"})
  void readsBreakTimes(String time, long millis) throws Exception {
    assertThat(Ssml.segments("<speak><break time='" + time + "'/></speak>"))
        .containsExactly(new Pause(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"x-strong, 1000", "medium, 500", "weak, 250"})
  void readsBreakStrengths(String strength, long millis) throws Exception {
    assertThat(Ssml.segments("<speak><break strength='" + strength + "'/></speak>"))
        .containsExactly(new Pause(Duration.ofMillis(millis)));
  }

  @Test
  void noneIsNoBreak() throws Exception {
    assertThat(Ssml.segments("<speak>a<break strength='none'/>b</speak>"))
        .containsExactly(new Words("a"), new Words("b"));
  }

  @Test
  void pausesAfterSentencesAndParagraphs() throws Exception {
    assertThat(Ssml.segments("<speak><s>One.</s><s>Two.</s></speak>"))
        .containsExactly(
            new Words("One."),
            new Pause(Duration.ofMillis(400)),
            new Words("Two."),
            new Pause(Duration.ofMillis(400)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<speak>open",
        "<speak><break time='soon'/></speak>",
        "<speak><break time='s'/></speak>",
        "<speak>a & b</speak>",
        "<?xml version='1.0'?><speak>&nothing;</speak>"
      })
  void saysThatItIsWrong(String ssml) {
    assertThatThrownBy(() -> Ssml.segments(ssml))
        .isInstanceOf(SpeechException.class)
        .hasMessageStartingWith("The SSML");
  }

  @Test
  void readsNoFileAndExpandsNothing() throws Exception {
    String file = "<!DOCTYPE speak [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><speak>&x;</speak>";
    String bomb =
        "<!DOCTYPE speak [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><speak>&b;</speak>";

    // A document type before the root makes it plain text, which is spoken as it stands.
    assertThat(Ssml.segments(file)).containsExactly(new Words(file));
    assertThat(Ssml.segments(bomb)).containsExactly(new Words(bomb));
    assertThatThrownBy(() -> Ssml.segments("<speak><!DOCTYPE speak []></speak>"))
        .isInstanceOf(SpeechException.class);
  }
}
