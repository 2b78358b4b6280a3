package org.tandemvoice.media.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.media.engine.speech.SpeechProvider;
import org.tandemvoice.media.engine.speech.SpeechProviders;
import org.tandemvoice.media.engine.speech.SpeechSettings;

class SpeechKeysTest {

  private final Map<String, String> given = new HashMap<>();

  @Test
  void usesWhatSpeaksOfflineByDefault() {
    assertThat(settings()).isEqualTo(SpeechSettings.offline());
    assertThat(providers()).containsExactly("freetts", "espeak-ng");
  }

  @Test
  void usesEveryVoiceThatIsConfigured() {
    given.put("GCP_TTS_API_KEY", "k");
    given.put("AWS_POLLY_REGION", "eu-west-1");
    given.put("MARYTTS_URL", "http://tts:59125");

    assertThat(providers()).containsExactly("gcp", "aws", "marytts", "freetts", "espeak-ng");
    assertThat(settings().google())
        .contains(
            new SpeechSettings.Google(
                URI.create("https://texttospeech.googleapis.com"),
                Optional.of("k"),
                Optional.empty()));
    assertThat(settings().polly())
        .contains(new SpeechSettings.Polly("eu-west-1", "", "", "neural", Optional.empty()));
  }

  @Test
  void keepsToTheOrderThatIsGiven() {
    given.put("TTS_PROVIDERS", "espeak-ng, freetts");

    assertThat(providers()).isEqualTo(List.of("espeak-ng", "freetts"));
  }

  @ParameterizedTest
  @CsvSource({
    "TTS_PROVIDERS, siri",
    "MARYTTS_URL, tts:59125",
    "MARYTTS_URL, file:/etc/passwd",
    "GCP_TTS_CREDENTIALS, /no/such/file"
  })
  void namesTheKeyAndTheValueThatAreWrong(String key, String value) {
    given.put(key, value);

    assertThatThrownBy(this::settings)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  private List<String> providers() {
    return SpeechProviders.of(settings()).stream().map(SpeechProvider::name).toList();
  }

  private SpeechSettings settings() {
    return new SpeechKeys(key -> Optional.ofNullable(given.get(key))).settings();
  }
}
