package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/**
 * Whose voice is heard: a server with both clouds configured, which are played by this test, and
 * with no way to private addresses for {@code play}.
 */
@PlatformTest
class SpeechProvidersIT {

  private static final double GOOGLE_HZ = 700;
  private static final double AMAZON_HZ = 1_000;
  private static final Duration HEARD = Duration.ofMillis(700);

  private static final double MARY_HZ = 1_300;

  private static CloudVoice google;
  private static CloudVoice mary;
  private static CloudVoice amazon;
  private static PlatformProcess server;
  private static Office office;

  @BeforeAll
  static void start() throws IOException {
    google = CloudVoice.google(GOOGLE_HZ, Path.of(System.getProperty("tandem.base"), "voices"));
    amazon = CloudVoice.amazon(AMAZON_HZ);
    mary = CloudVoice.mary(MARY_HZ, Path.of(System.getProperty("tandem.base"), "voices"));
    Map<String, String> settings = new HashMap<>();
    settings.put("GCP_TTS_API_KEY", "a key");
    settings.put("GCP_TTS_URL", google.address());
    settings.put("AWS_POLLY_REGION", "eu-west-1");
    settings.put("AWS_POLLY_ACCESS_KEY_ID", "AKIDEXAMPLE");
    settings.put("AWS_POLLY_SECRET_ACCESS_KEY", "secret");
    settings.put("AWS_POLLY_URL", amazon.address());
    settings.put("MARYTTS_URL", mary.address());
    settings.put("ALLOW_PRIVATE_TARGETS", "false");
    server = PlatformProcess.start("voices", settings);
    office = Office.at(server.platform());
  }

  @AfterAll
  static void stop() {
    office.close();
    server.close();
    google.close();
    amazon.close();
    mary.close();
  }

  @Test
  void everyProviderIsAskedInItsTurn() {
    AudioAssertions.assertThat(heard(talk("First", "ko-KR", "gcp"))).hearsTone(GOOGLE_HZ, HEARD);
    assertThat(google.asked().get(0)).contains("First").contains("ko-KR-Wavenet-A");

    AudioAssertions.assertThat(heard(talk("Second", "en-US", "aws"))).hearsTone(AMAZON_HZ, HEARD);
    assertThat(amazon.asked().get(0)).contains("Second").contains("Joanna");

    int asked = google.asked().size();
    AudioAssertions.assertThat(heard(talk("First", "ko-KR", "gcp"))).hearsTone(GOOGLE_HZ, HEARD);
    assertThat(google.asked()).as("spoken again from the cache").hasSize(asked);

    String document = "<speak>Third <break time='1s'/></speak>";
    AudioAssertions.assertThat(heard(talk(document, "en-US", "gcp"))).hearsTone(GOOGLE_HZ, HEARD);
    assertThat(google.asked().get(asked)).contains("\"ssml\"").contains("<break time");

    JsonObject named =
        Json.createObjectBuilder(talk("Named", "en-US", "gcp").getJsonObject("option"))
            .add("voice_id", "en-US-Neural2-D")
            .build();
    heard(action("talk", named));
    assertThat(google.asked().get(asked + 1)).contains("Named").contains("en-US-Neural2-D");

    assertThat(heard(talk("It goes on. ".repeat(290), "en-US", "aws")).toneHeard(AMAZON_HZ))
        .as("3,480 characters in two pieces")
        .isGreaterThan(HEARD.multipliedBy(2));
    assertThat(amazon.asked()).hasSize(3);

    google.answersWith(503);
    AudioAssertions.assertThat(heard(talk("Fourth", "ko-KR", "gcp"))).hearsTone(AMAZON_HZ, HEARD);
    assertThat(amazon.asked().get(3)).contains("Seoyeon");

    String fifth = "<speak>Fifth <break time='1s'/></speak>";
    amazon.answersWith(503);
    AudioAssertions.assertThat(heard(talk(fifth, "en-US", "gcp"))).hearsTone(MARY_HZ, HEARD);
    assertThat(mary.asked())
        .last(InstanceOfAssertFactories.STRING)
        .contains("INPUT_TYPE=SSML", "Fifth", "VOICE=cmu-slt-hsmm");

    mary.answersWith(503);
    Sound embedded = heard(talk("Please hold the line, thank you", "en-US", "gcp"));
    AudioAssertions.assertThat(embedded)
        .hearsNoTone(GOOGLE_HZ)
        .hearsNoTone(AMAZON_HZ)
        .hearsNoTone(MARY_HZ)
        .isAudibleFor(Duration.ofMillis(800), Duration.ofMillis(4_000));
  }

  @Test
  void speaksAnyLanguageThatEspeakKnows() {
    RealPeers.require("espeak-ng");

    AudioAssertions.assertThat(heard(talk("Bitte warten Sie einen Augenblick", "de-DE", "")))
        .hearsNoTone(GOOGLE_HZ)
        .isAudibleFor(Duration.ofMillis(800), Duration.ofMillis(4_000));
  }

  @Test
  void tellsWhichLanguageNobodySpeaks() {
    assertThat(error(talk("nuqneH", "tlh", "")))
        .isEqualTo("No voice of this server speaks the language 'tlh'");
  }

  @Test
  void fetchesNothingFromPrivateAddresses() {
    for (String url :
        new String[] {
          google.address() + "/a.wav",
          "http://localhost/a.wav",
          "http://[::1]/a.wav",
          "http://10.0.0.1/a.wav",
          "http://169.254.169.254/latest/meta-data"
        }) {
      JsonObject option =
          Json.createObjectBuilder().add("stream_urls", Json.createArrayBuilder().add(url)).build();
      assertThat(error(action("play", option))).as(url).contains("is not on the public network");
    }
    assertThat(google.asked()).noneMatch(String::isEmpty);
  }

  /** What a phone hears of one action until the call ends. */
  private static Sound heard(JsonObject action) {
    SoftPhone phone = office.registered();
    office.api().call(phone.account().user(), action("answer"), action, action("hangup"));
    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(20));
    return call.media().heard();
  }

  /** What the activeflow shows of one action that fails. */
  private static String error(JsonObject action) {
    SoftPhone phone = office.registered();
    String id = office.api().call(phone.account().user(), action("answer"), action);
    phone.expectCall().answer().awaitEnd(Duration.ofSeconds(20));
    String path = "/v1.0/activeflows/" + office.api().callState(id).getString("activeflow_id");
    Waiting.until(
        () -> office.api().get(path).object().getString("status").equals("ended"),
        Duration.ofSeconds(10));
    return office.api().get(path).object().getJsonObject("current_action").getString("error");
  }

  private static JsonObject talk(String text, String language, String provider) {
    JsonObjectBuilder option =
        Json.createObjectBuilder()
            .add("text", text)
            .add("language", language)
            .add("provider", provider);
    return action("talk", option.build());
  }
}
