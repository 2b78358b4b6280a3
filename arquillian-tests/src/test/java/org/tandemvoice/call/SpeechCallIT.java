package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.SpeechRecogniser;
import org.tandemvoice.peer.audio.WavFile;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** What a called phone hears of {@code talk} and {@code play}. */
@PlatformTest
class SpeechCallIT {

  private static final String SENTENCE = "I need help with my order";

  @AutoClose private final Office office = Office.open();

  @Test
  void saysASentenceThatIsUnderstood() {
    SoftPhone phone = office.registered();
    office.api().call(phone.account().user(), action("answer"), talk(SENTENCE), action("hangup"));

    Call call = phone.expectCall().ring().answer();
    call.awaitEnd(Duration.ofSeconds(15));

    Sound heard = call.media().heard();
    AudioAssertions.assertThat(heard)
        .isAudibleFor(Duration.ofMillis(800), Duration.ofMillis(4_000));
    assertThat(call.media().recording().account().lost()).isZero();
    assertThat(SpeechRecogniser.sentences(heard)).containsExactly("i need help with my order");
  }

  @Test
  void pausesBetweenTwoSentences() {
    SoftPhone phone = office.registered();
    JsonObject pause = action("sleep", Json.createObjectBuilder().add("duration", 1500).build());
    office.api().call(phone.account().user(), action("answer"), talk("one"), pause, talk("two"));

    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(15));

    assertThat(call.media().heard().silences(Duration.ofMillis(1300))).isNotEmpty();
  }

  @Test
  void playsAWavFileFromTheWeb(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tone.wav");
    WavFile.write(Sound.tone(800, 0.3, Duration.ofSeconds(2)), file);
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] bytes = Files.readAllBytes(file);
    web.createContext(
        "/tone.wav",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "audio/wav");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    web.start();
    String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/tone.wav";
    SoftPhone phone = office.registered();
    JsonObject option =
        Json.createObjectBuilder().add("stream_urls", Json.createArrayBuilder().add(url)).build();
    office
        .api()
        .call(phone.account().user(), action("answer"), action("play", option), action("hangup"));

    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(15));
    web.stop(0);

    AudioAssertions.assertThat(call.media().heard()).hearsTone(800, Duration.ofMillis(1800));
  }

  private static JsonObject talk(String text) {
    return action(
        "talk", Json.createObjectBuilder().add("text", text).add("language", "en-US").build());
  }
}
