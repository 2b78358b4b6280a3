package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaryTtsProviderTest {

  private SpeechServer server;
  private MaryTtsProvider mary;
  private boolean refusesMarkup;

  @BeforeEach
  void start() throws IOException {
    server = new SpeechServer(this::answer);
    mary = new MaryTtsProvider(server.address());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void speaksWithAVoiceOfTheLanguage() throws Exception {
    assertThat(mary.speaks("en-GB")).isTrue();
    assertThat(mary.speaks("ko-KR")).isFalse();

    assertThat(mary.synthesize("Hello & you", Speaker.of("en-US", ""), Manner.NORMAL).samples())
        .containsExactly(1, 2, 3);

    assertThat(server.last().path()).isEqualTo("/process");
    assertThat(form())
        .isEqualTo(
            "AUDIO=WAVE_FILE&INPUT_TEXT=Hello & you&INPUT_TYPE=TEXT&LOCALE=en_US"
                + "&OUTPUT_TYPE=AUDIO&VOICE=cmu-slt-hsmm");
  }

  @Test
  void choosesByNameAndGender() throws Exception {
    mary.synthesize("a", Speaker.of("en-US", "male"), Manner.NORMAL);
    assertThat(form()).contains("VOICE=cmu-rms-hsmm");

    mary.synthesize("a", Speaker.of("en-US", "bits1-hsmm"), Manner.NORMAL);
    assertThat(form()).contains("VOICE=bits1-hsmm").contains("LOCALE=de");
    assertThat(mary.hasVoice("bits1-hsmm")).isTrue();
  }

  @Test
  void givesMarkupTheRootItInsistsOn() throws Exception {
    assertThat(mary.synthesizeMarkup("<speak>Hi</speak>", Speaker.of("en-US", ""))).isPresent();

    assertThat(form())
        .contains(
            "INPUT_TEXT=<speak version=\"1.0\" xmlns=\"http://www.w3.org/2001/10/synthesis\""
                + " xml:lang=\"en-US\">Hi</speak>&INPUT_TYPE=SSML");
  }

  @Test
  void leavesMarkupThatItDoesNotTakeToOthers() throws Exception {
    refusesMarkup = true;

    assertThat(mary.synthesizeMarkup("<speak>Hi</speak>", Speaker.of("en-US", ""))).isEmpty();
  }

  @Test
  void isOutOfOrderWhileNobodyAnswers() {
    server.close();

    assertThatThrownBy(() -> mary.speaks("en-US"))
        .isInstanceOfSatisfying(
            SpeechException.class,
            e -> {
              assertThat(e).hasMessage("The MaryTTS server does not answer");
              assertThat(e.isOutage()).isTrue();
            });
  }

  private String form() {
    return URLDecoder.decode(server.last().body(), StandardCharsets.UTF_8);
  }

  private SpeechServer.Answer answer(SpeechServer.Asked asked) {
    if (asked.path().equals("/voices")) {
      return new SpeechServer.Answer(
          200,
          "text/plain",
          "cmu-slt-hsmm en_US female hmm\ncmu-rms-hsmm en_US male hmm\nbits1-hsmm de female hmm\n"
              .getBytes(StandardCharsets.UTF_8));
    }
    return refusesMarkup && asked.body().contains("SSML")
        ? new SpeechServer.Answer(500, "text/plain", new byte[0])
        : new SpeechServer.Answer(
            200, "audio/x-wav", SpeechServer.wav((short) 1, (short) 2, (short) 3));
  }
}
