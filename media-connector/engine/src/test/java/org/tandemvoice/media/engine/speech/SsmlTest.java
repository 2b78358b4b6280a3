package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.engine.speech.SpeechSegment.Pause;
import org.tandemvoice.media.engine.speech.SpeechSegment.Words;

class SsmlTest {

  @Test
  void plainTextIsOneSegment() throws Exception {
    assertThat(segments(" 3 < 4 & so on ")).containsExactly(new Words("3 < 4 & so on"));
    assertThat(segments("  ")).isEmpty();
    assertThat(segments("<b>loud</b>")).containsExactly(new Words("<b>loud</b>"));
  }

  @Test
  void keepsWordsAndBreaksAndDropsTheRest() throws Exception {
    String ssml =
        """
        <?xml version="1.0"?>
        <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">
          Hello <mark name="here"/>dear <unknown>caller</unknown>.<break time="1.5s"/>
          <prosody rate="slow">Press <say-as interpret-as="cardinal">1</say-as></prosody>
          <!-- not this -->
        </speak>
        """;

    assertThat(segments(ssml).get(1)).isEqualTo(new Pause(Duration.ofMillis(1_500)));
    assertThat(segments(ssml)).hasSize(3);
    assertThat(((Words) segments(ssml).get(0)).text()).isEqualTo("Hello dear caller.");
    assertThat(segments(ssml).get(2))
        .isEqualTo(new Words("Press 1", new Manner(0.75, 1, 1), "", ""));
  }

  @ParameterizedTest
  @CsvSource({"200ms, 200", "1s, 1000", "+0.25s, 250", "1.5s, 1500", "3600s, 60000"})
  void readsBreakTimes(String time, long millis) throws Exception {
    assertThat(segments("<speak><break time='" + time + "'/></speak>"))
        .containsExactly(new Pause(Duration.ofMillis(millis)));
  }

  @ParameterizedTest
  @CsvSource({"x-strong, 1000", "medium, 500", "weak, 250"})
  void readsBreakStrengths(String strength, long millis) throws Exception {
    assertThat(segments("<speak><break strength='" + strength + "'/></speak>"))
        .containsExactly(new Pause(Duration.ofMillis(millis)));
  }

  @Test
  void noneIsNoBreak() throws Exception {
    assertThat(segments("<speak>a<break strength='none'/>b</speak>"))
        .containsExactly(new Words("a"), new Words("b"));
  }

  @Test
  void bendsTheVoiceOnlyInsideItsElement() throws Exception {
    assertThat(
            segments(
                "<speak>Now <emphasis level='strong'>really</emphasis> press"
                    + " <prosody rate='50%' pitch='+2st' volume='+6dB'>one</prosody>.</speak>"))
        .containsExactly(
            new Words("Now"),
            new Words("really", new Manner(0.85, 1.15, 1.4), "", ""),
            new Words("press"),
            new Words(
                "one", new Manner(0.5, Math.pow(2, 2 / 12.0), Math.pow(10, 6 / 20.0)), "", ""));
  }

  @Test
  void nestedProsodyMultiplies() throws Exception {
    assertThat(
            segments(
                "<speak><prosody rate='slow'><prosody rate='+20%'>a</prosody></prosody></speak>"))
        .containsExactly(new Words("a", new Manner(0.75 * 1.2, 1, 1), "", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "characters | AB1 | A, B, 1",
        "spell-out  | ok | o, k",
        "digits     | 4711 | 4 7 1 1",
        "telephone  | +1 555-0100 | plus 1, 5 5 5, 0 1 0 0",
        "ordinal    | 3 | 3rd",
        "ordinal    | 12 | 12th",
        "currency   | $42.50 | 42 dollars and 50 cents",
        "currency   | USD 1.01 | 1 dollar and 1 cent",
        "currency   | 1,200 EUR | 1200 euros",
        "cardinal   | 42 | 42",
        "date       | May 1 | May 1"
      })
  void saysAs(String kind, String text, String words) throws Exception {
    assertThat(segments("<speak><say-as interpret-as='" + kind + "'>" + text + "</say-as></speak>"))
        .containsExactly(new Words(words));
  }

  @Test
  void speaksAnAliasAndTheTextOfAPhoneme() throws Exception {
    assertThat(
            segments(
                "<speak>The <sub alias='World Wide Web Consortium'>W3C</sub> likes a"
                    + " <phoneme alphabet='ipa' ph='t\u0259'>tomato</phoneme>.</speak>"))
        .containsExactly(new Words("The World Wide Web Consortium likes a tomato."));
  }

  @Test
  void carriesVoicesAndLanguages() throws Exception {
    assertThat(
            segments(
                "<speak xml:lang='en-US'>Hello <lang xml:lang='fr-FR'>monde</lang>"
                    + " <voice name='Joanna'>and you</voice></speak>"))
        .containsExactly(
            new Words("Hello"),
            new Words("monde", Manner.NORMAL, "fr-FR", ""),
            new Words("and you", Manner.NORMAL, "", "Joanna"));
  }

  @Test
  void pausesAfterSentencesAndParagraphs() throws Exception {
    assertThat(segments("<speak><s>One.</s><s>Two.</s></speak>"))
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
        "<speak><prosody rate='quickly'>a</prosody></speak>",
        "<speak>a & b</speak>",
        "<?xml version='1.0'?><speak>&nothing;</speak>"
      })
  void saysThatItIsWrong(String ssml) {
    assertThatThrownBy(() -> segments(ssml))
        .isInstanceOf(SpeechException.class)
        .hasMessageStartingWith("The SSML");
  }

  @Test
  void readsNoFileAndExpandsNothing() throws Exception {
    String file = "<!DOCTYPE speak [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><speak>&x;</speak>";
    String bomb =
        "<!DOCTYPE speak [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><speak>&b;</speak>";

    // A document type before the root makes it plain text, which is spoken as it stands.
    assertThat(segments(file)).containsExactly(new Words(file));
    assertThat(segments(bomb)).containsExactly(new Words(bomb));
    assertThatThrownBy(() -> segments("<speak><!DOCTYPE speak []></speak>"))
        .isInstanceOf(SpeechException.class);
  }

  @Test
  void handsOnADocumentUnlessItAsksForSoundFromElsewhere() throws Exception {
    String document = "<speak>Hello <break time='1s'/></speak>";

    assertThat(Ssml.read(" " + document + " ").document()).contains(document);
    assertThat(Ssml.read("Hello").document()).isEmpty();
    assertThat(Ssml.read("<speak><audio src='x.wav'>Hello</audio></speak>").document()).isEmpty();
  }

  private static List<SpeechSegment> segments(String text) throws SpeechException {
    return Ssml.read(text).segments();
  }
}
