package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.Prompt;
import org.tandemvoice.media.engine.audio.Pcm;
import org.tandemvoice.media.engine.pace.NanoClock;

class PollyProviderTest {

  private SpeechServer server;
  private PollyProvider polly;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = new SpeechServer(this::answer);
    polly =
        new PollyProvider(
            new SpeechSettings.Polly(
                "eu-west-1", "AKIDEXAMPLE", "secret", "neural", Optional.of(server.address())));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void speaksWithTheDefaultVoiceOfTheLanguage() throws Exception {
    assertThat(polly.speaks("en-GB")).isTrue();
    assertThat(polly.speaks("th-TH")).isFalse();

    assertThat(polly.synthesize("Hello", Speaker.of("en-US", ""), Manner.NORMAL).samples())
        .containsExactly(1, -2, 3);

    assertThat(server.last().path()).isEqualTo("/v1/speech");
    assertThat(server.last().headers().get("authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/")
        .contains("/eu-west-1/polly/aws4_request");
    assertThat(body())
        .isEqualTo(
            JsonParser.parseString(
                "{\"Engine\":\"neural\",\"OutputFormat\":\"pcm\",\"SampleRate\":\"8000\","
                    + "\"Text\":\"Hello\",\"TextType\":\"text\",\"VoiceId\":\"Joanna\"}"));
  }

  @Test
  void readsEveryPageOfVoices() throws Exception {
    polly.synthesize("Hallo", Speaker.of("de-DE", ""), Manner.NORMAL);

    assertThat(body().get("VoiceId").getAsString()).isEqualTo("Hans");
    assertThat(body().get("Engine").getAsString()).isEqualTo("standard");
  }

  @Test
  void choosesByNameAndGender() throws Exception {
    polly.synthesize("a", Speaker.of("en-US", "male"), Manner.NORMAL);
    assertThat(body().get("VoiceId").getAsString()).isEqualTo("Matthew");

    polly.synthesize("a", Speaker.of("en-US", "Hans"), Manner.NORMAL);
    assertThat(body().get("VoiceId").getAsString()).isEqualTo("Hans");
    assertThat(polly.hasVoice("Hans")).isTrue();
    assertThat(polly.hasVoice("en-US-Neural2-C")).isFalse();
  }

  @Test
  void handsOnMarkup() throws Exception {
    assertThat(polly.synthesizeMarkup("<speak>Hi</speak>", Speaker.of("en-US", ""))).isPresent();

    assertThat(body().get("TextType").getAsString()).isEqualTo("ssml");
    assertThat(body().get("Text").getAsString()).isEqualTo("<speak>Hi</speak>");
  }

  @Test
  void speaksWhatIsTooLongInPiecesAndJoinsThem() throws Exception {
    SpeechSynthesis synthesis = new SpeechSynthesis(List.of(polly), NanoClock.system());
    String sentence = "This sentence has sixty characters, and no word more than it has.";
    String text = (sentence + " ").repeat(100).strip();

    Pcm plain = synthesis.speak(new Prompt.Speech(text, "en-US", "", ""));
    List<JsonObject> asked = spoken();
    Pcm marked = synthesis.speak(new Prompt.Speech("<speak>" + text + "</speak>", "en-US", "", ""));
    List<JsonObject> askedMarked = spoken().subList(asked.size(), spoken().size());

    assertThat(asked).hasSize(3);
    assertThat(texts(asked)).allMatch(t -> t.length() <= 3_000 && t.endsWith("it has."));
    assertThat(String.join(" ", texts(asked))).isEqualTo(text);
    assertThat(plain.samples()).hasSizeBetween(3 * 3 - 2, 3 * 3);
    assertThat(texts(askedMarked)).hasSize(3).allMatch(t -> t.matches("<speak>.*</speak>"));
    assertThat(marked.samples()).hasSizeBetween(3 * 3 - 2, 3 * 3);
  }

  private List<JsonObject> spoken() {
    return server.asked().stream()
        .filter(asked -> asked.path().equals("/v1/speech"))
        .map(asked -> JsonParser.parseString(asked.body()).getAsJsonObject())
        .toList();
  }

  private static List<String> texts(List<JsonObject> asked) {
    return asked.stream().map(body -> body.get("Text").getAsString()).toList();
  }

  @Test
  void triesTheStandardEngineForMarkupThatTheNeuralOneRefuses() throws Exception {
    assertThat(
            polly.synthesizeMarkup(
                "<speak><emphasis>Hi</emphasis></speak>", Speaker.of("en-US", "")))
        .isPresent();

    assertThat(body().get("Engine").getAsString()).isEqualTo("standard");
  }

  @Test
  void leavesMarkupThatItDoesNotTakeToOthers() throws Exception {
    assertThat(polly.synthesizeMarkup("<speak><voice>Hi</voice></speak>", Speaker.of("en-US", "")))
        .isEmpty();
  }

  @Test
  void tellsARefusalFromAnOutage() throws Exception {
    polly.speaks("en-US");
    status = 400;
    assertFails("Amazon Polly refused the text with status 400", false);
    status = 503;
    assertFails("Amazon Polly refused the text with status 503", true);
    server.close();
    assertFails("Amazon Polly does not answer", true);
  }

  private void assertFails(String message, boolean isOutage) {
    assertThatThrownBy(() -> polly.synthesize("Hello", Speaker.of("en-US", ""), Manner.NORMAL))
        .isInstanceOfSatisfying(
            SpeechException.class,
            e -> {
              assertThat(e).hasMessage(message);
              assertThat(e.isOutage()).isEqualTo(isOutage);
            });
  }

  private JsonObject body() {
    return JsonParser.parseString(server.last().body()).getAsJsonObject();
  }

  private SpeechServer.Answer answer(SpeechServer.Asked asked) {
    if (status != 200) {
      return SpeechServer.Answer.json(status, "{\"message\":\"no\"}");
    }
    if (asked.path().startsWith("/v1/voices")) {
      return SpeechServer.Answer.json(
          200,
          asked.path().contains("NextToken=2")
              ? "{\"Voices\":[{\"Gender\":\"Male\",\"Id\":\"Hans\",\"LanguageCode\":\"de-DE\","
                  + "\"SupportedEngines\":[\"standard\"]}]}"
              : "{\"NextToken\":\"2\",\"Voices\":[{\"Gender\":\"Female\",\"Id\":\"Joanna\","
                  + "\"LanguageCode\":\"en-US\",\"SupportedEngines\":[\"standard\",\"neural\"]},"
                  + "{\"Gender\":\"Male\",\"Id\":\"Matthew\",\"LanguageCode\":\"en-US\","
                  + "\"SupportedEngines\":[\"neural\"]}]}");
    }
    boolean isNeural = asked.body().contains("\"neural\"");
    if (asked.body().contains("<voice>") || isNeural && asked.body().contains("<emphasis>")) {
      return new SpeechServer.Answer(
          400,
          "application/json",
          "{\"__type\":\"InvalidSsmlException\"}".getBytes(StandardCharsets.UTF_8));
    }
    return new SpeechServer.Answer(
        200, "audio/pcm", SpeechServer.raw((short) 1, (short) -2, (short) 3));
  }
}
