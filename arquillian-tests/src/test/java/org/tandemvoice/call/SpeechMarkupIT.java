package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.SpeechRecogniser;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** What a phone hears of the elements of SSML, spoken by the embedded voice. */
@PlatformTest
class SpeechMarkupIT {

  private static final String SENTENCE = "I need help with my order";

  private Office office;

  @BeforeEach
  void open() {
    office = Office.open();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void speaksTheWordsThatTheElementsStandFor() {
    Sound heard =
        heard(
            "<p><s>I <emphasis level='none'>need</emphasis> <sub alias='help'>h.</sub> with my"
                + " <phoneme alphabet='ipa' ph='ɔrdər'>order</phoneme></s></p>"
                + "<break time='2s'/>"
                + "<voice gender='male'>Thank you for calling and good bye</voice>");

    assertThat(SpeechRecogniser.sentences(heard))
        .containsExactly("i need help with my order", "thank you for calling and good bye");
    // The end of the paragraph makes a pause of its own.
    assertThat(heard.silences(Duration.ofMillis(1_900))).hasSize(1);
  }

  @Test
  void pausesBetweenSentencesAndParagraphs() {
    Sound plain = heard("One two three");
    Sound divided = heard("<p><s>One</s><s>two</s></p><p>three</p>");

    assertThat(plain.silences(Duration.ofMillis(350))).isEmpty();
    assertThat(divided.silences(Duration.ofMillis(350))).hasSizeGreaterThanOrEqualTo(2);
    assertThat(divided.silences(Duration.ofMillis(750))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"currency, $42.50, 42 dollars and 50 cents", "digits, 789, 7 8 9"})
  void saysWhatIsToBeInterpretedInWords(String as, String text, String words) {
    Duration interpreted = length("<say-as interpret-as='" + as + "'>" + text + "</say-as>");

    Duration spoken = length(words);
    assertThat(interpreted).isBetween(spoken.minusMillis(100), spoken.plusMillis(100));
  }

  @Test
  void bendsTheVoice() {
    Duration plain = length(SENTENCE);

    Duration slow = length("<prosody rate='x-slow'>" + SENTENCE + "</prosody>");
    Duration fast = length("<prosody rate='fast'>" + SENTENCE + "</prosody>");
    Duration stressed = length("<emphasis level='strong'>" + SENTENCE + "</emphasis>");
    assertThat(slow).isGreaterThan(plain.plusMillis(500));
    assertThat(fast).isLessThan(plain.minusMillis(150));
    assertThat(stressed).isGreaterThan(plain.plusMillis(100));
    Sound loud = heard("<prosody volume='+6dB'>" + SENTENCE + "</prosody>");
    assertThat(loud.rms()).isGreaterThan(1.3 * heard(SENTENCE).rms());
  }

  private Duration length(String markup) {
    return heard(markup).audible();
  }

  /** What a phone hears of that document, without what comes before and after. */
  private Sound heard(String markup) {
    SoftPhone phone = office.registered();
    var option =
        Json.createObjectBuilder()
            .add("text", "<speak>" + markup + "</speak>")
            .add("language", "en-US");
    office
        .api()
        .call(
            phone.account().user(),
            action("answer"),
            action("talk", option.add("provider", "freetts").build()),
            action("hangup"));
    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(20));
    return call.media().heard();
  }
}
