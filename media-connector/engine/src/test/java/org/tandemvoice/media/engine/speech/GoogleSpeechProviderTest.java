package org.tandemvoice.media.engine.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleSpeechProviderTest {

  private SpeechServer server;
  private GoogleSpeechProvider google;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = new SpeechServer(this::answer);
    google =
        new GoogleSpeechProvider(
            new SpeechSettings.Google(server.address(), Optional.of("the-key"), Optional.empty()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void speaksWithTheDefaultVoiceOfTheLanguage() throws Exception {
    assertThat(google.speaks("ko-KR")).isTrue();
    assertThat(google.speaks("th-TH")).isFalse();

    assertThat(google.synthesize("Hello", Speaker.of("en-US", ""), Manner.NORMAL).samples())
        .containsExactly(1, -2, 3);

    assertThat(server.last().path()).isEqualTo("/v1/text:synthesize");
    assertThat(server.last().headers()).containsEntry("x-goog-api-key", "the-key");
    assertThat(body())
        .isEqualTo(
            JsonParser.parseString(
                "{\"input\":{\"text\":\"Hello\"},"
                    + "\"voice\":{\"languageCode\":\"en-US\",\"name\":\"en-US-Neural2-C\"},"
                    + "\"audioConfig\":{\"audioEncoding\":\"LINEAR16\",\"sampleRateHertz\":8000}}"));
  }

  @Test
  void takesFiveThousandBytesAndNoMore() {
    assertThat(google.takes("a".repeat(5_000), false)).isTrue();
    assertThat(google.takes("\u00e4".repeat(2_501), false)).isFalse();
    assertThat(google.takes("<speak>" + "a".repeat(4_990) + "</speak>", true)).isFalse();
  }

  @Test
  void choosesByNameAndGender() throws Exception {
    google.synthesize("a", Speaker.of("en-US", "male"), Manner.NORMAL);
    assertThat(voice()).isEqualTo("en-US-Neural2-D");

    google.synthesize("a", Speaker.of("en-US", "ko-KR-Wavenet-A"), Manner.NORMAL);
    assertThat(voice()).isEqualTo("ko-KR-Wavenet-A");

    google.synthesize("a", Speaker.of("en-US", "Joanna"), Manner.NORMAL);
    assertThat(voice()).isEqualTo("en-US-Neural2-C");
    assertThat(google.hasVoice("ko-KR-Wavenet-A")).isTrue();
  }

  @Test
  void handsOnMarkupAndLeavesWhatItDoesNotTakeToOthers() throws Exception {
    assertThat(google.synthesizeMarkup("<speak>Hi</speak>", Speaker.of("en-US", ""))).isPresent();
    assertThat(body().getAsJsonObject("input").get("ssml").getAsString())
        .isEqualTo("<speak>Hi</speak>");

    status = 400;
    assertThat(google.synthesizeMarkup("<speak>Hi</speak>", Speaker.of("en-US", ""))).isEmpty();
  }

  @Test
  void tellsARefusalFromAnOutage() throws Exception {
    google.speaks("en-US");
    status = 400;
    assertFails("Google's speech service refused the text with status 400", false);
    status = 503;
    assertFails("Google's speech service refused the text with status 503", true);
    server.close();
    assertFails("Google's speech service does not answer", true);
  }

  @Test
  void asksForATokenByTheKeyOfAServiceAccount(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("account.json");
    Files.writeString(file, account());
    GoogleSpeechProvider signed =
        new GoogleSpeechProvider(
            new SpeechSettings.Google(server.address(), Optional.empty(), Optional.of(file)));

    signed.synthesize("Hello", Speaker.of("en-US", ""), Manner.NORMAL);

    assertThat(server.asked().get(0).path()).isEqualTo("/token");
    assertThat(server.asked().get(0).body()).contains("assertion=");
    assertThat(server.last().headers()).containsEntry("authorization", "Bearer the-token");
  }

  private String account() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        Base64.getMimeEncoder()
            .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
            .replace("\r\n", "\n");
    JsonObject account = new JsonObject();
    account.addProperty("type", "service_account");
    account.addProperty("client_id", "1");
    account.addProperty("client_email", "tandem@example.com");
    account.addProperty("private_key_id", "1");
    account.addProperty(
        "private_key", "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
    account.addProperty("token_uri", server.address() + "/token");
    return account.toString();
  }

  private void assertFails(String message, boolean isOutage) {
    assertThatThrownBy(() -> google.synthesize("Hello", Speaker.of("en-US", ""), Manner.NORMAL))
        .isInstanceOfSatisfying(
            SpeechException.class,
            e -> {
              assertThat(e).hasMessage(message);
              assertThat(e.isOutage()).isEqualTo(isOutage);
            });
  }

  private String voice() {
    return body().getAsJsonObject("voice").get("name").getAsString();
  }

  private JsonObject body() {
    return JsonParser.parseString(server.last().body()).getAsJsonObject();
  }

  private SpeechServer.Answer answer(SpeechServer.Asked asked) {
    if (status != 200) {
      return SpeechServer.Answer.json(status, "{\"error\":{\"code\":" + status + "}}");
    }
    if (asked.path().equals("/token")) {
      return SpeechServer.Answer.json(
          200, "{\"access_token\":\"the-token\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
    }
    if (asked.path().equals("/v1/voices")) {
      return SpeechServer.Answer.json(
          200,
          "{\"voices\":["
              + voice("en-US", "en-US-Neural2-C", "FEMALE")
              + ","
              + voice("en-US", "en-US-Neural2-D", "MALE")
              + ","
              + voice("ko-KR", "ko-KR-Wavenet-A", "FEMALE")
              + "]}");
    }
    return SpeechServer.Answer.json(
        200,
        "{\"audioContent\":\""
            + Base64.getEncoder().encodeToString(SpeechServer.wav((short) 1, (short) -2, (short) 3))
            + "\"}");
  }

  private static String voice(String language, String name, String gender) {
    return "{\"languageCodes\":[\""
        + language
        + "\"],\"name\":\""
        + name
        + "\",\"ssmlGender\":\""
        + gender
        + "\",\"naturalSampleRateHertz\":24000}";
  }
}
