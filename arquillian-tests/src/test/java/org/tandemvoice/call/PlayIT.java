package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** What {@code play} fetches and what it refuses, heard at a phone or seen in the activeflow. */
@PlatformTest
class PlayIT {

  private static final Duration HEARD = Duration.ofMillis(700);
  private static final byte[] NOISE = new byte[64 * 1024];

  @TempDir private Path folder;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Office office;
  private HttpServer web;

  @BeforeEach
  void open() throws IOException {
    office = Office.open();
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.setExecutor(threads);
    web.createContext("/", this::file);
    web.createContext("/moved", exchange -> redirect(exchange, "/600.wav"));
    web.createContext("/circle", exchange -> redirect(exchange, "/circle"));
    web.createContext("/to-file", exchange -> redirect(exchange, "file:///etc/passwd"));
    web.createContext("/endless.wav", PlayIT::endless);
    web.createContext("/mute.wav", this::mute);
    web.start();
  }

  @AfterEach
  void close() {
    closing.countDown();
    web.stop(0);
    threads.shutdownNow();
    office.close();
  }

  @Test
  void playsEveryKindOfFileInOrder() throws Exception {
    RealPeers.require("ffmpeg");
    tone(600, "600.wav");
    tone(900, "900.mp3");
    tone(1_200, "1200.ogg", "-c:a", "libvorbis");
    tone(1_500, "1500.ogg", "-c:a", "libopus");

    Sound heard = heard("/moved", "/900.mp3", "/1200.ogg", "/1500.ogg");

    Duration quarter = heard.length().dividedBy(4);
    for (int i = 0; i < 4; i++) {
      int frequency = 600 + 300 * i;
      Sound turn = heard.from(quarter.multipliedBy(i));
      assertThat(heard.toneHeard(frequency)).as(frequency + " Hz").isGreaterThan(HEARD);
      assertThat(turn.toneHeard(frequency))
          .as(frequency + " Hz in turn")
          .isGreaterThan(HEARD.dividedBy(2));
      assertThat(turn.from(quarter.multipliedBy(2)).toneHeard(frequency))
          .as(frequency + " Hz later")
          .isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/circle, redirects more than",
    "/to-file, redirects to no http or https URL",
    "/endless.wav, has more than",
    "/mute.wav, did not answer within",
    "/missing.wav, answered 404",
    "/text.wav, 'is neither a WAV, an MP3 nor an Ogg file'"
  })
  void saysWhatItCannotPlay(String path, String reason) throws IOException {
    Files.writeString(folder.resolve("text.wav"), "This is no sound");

    assertThat(error(path)).contains(reason);
  }

  private Sound heard(String... paths) {
    SoftPhone phone = office.registered();
    office.api().call(phone.account().user(), action("answer"), play(paths), action("hangup"));
    Call call = phone.expectCall().answer();
    call.awaitEnd(Duration.ofSeconds(30));
    return call.media().heard();
  }

  private String error(String path) {
    SoftPhone phone = office.registered();
    String id = office.api().call(phone.account().user(), action("answer"), play(path));
    phone.expectCall().answer().awaitEnd(Duration.ofSeconds(40));
    String run = "/v1.0/activeflows/" + office.api().callState(id).getString("activeflow_id");
    Waiting.until(
        () -> office.api().get(run).object().getString("status").equals("ended"),
        Duration.ofSeconds(10));
    return office.api().get(run).object().getJsonObject("current_action").getString("error");
  }

  private JsonObject play(String... paths) {
    JsonArrayBuilder urls = Json.createArrayBuilder();
    for (String path : paths) {
      urls.add("http://127.0.0.1:" + web.getAddress().getPort() + path);
    }
    return action("play", Json.createObjectBuilder().add("stream_urls", urls).build());
  }

  private void tone(int frequency, String name, String... options) throws Exception {
    String source = "sine=frequency=" + frequency + ":duration=1";
    ProcessBuilder ffmpeg = new ProcessBuilder("ffmpeg", "-loglevel", "error", "-y");
    ffmpeg.command().addAll(List.of("-f", "lavfi", "-i", source, "-af", "volume=4"));
    ffmpeg.command().addAll(List.of("-ac", "1", "-ar", "16000"));
    ffmpeg.command().addAll(List.of(options));
    ffmpeg.command().add(folder.resolve(name).toString());
    assertThat(ffmpeg.inheritIO().start().waitFor()).as("ffmpeg for " + name).isZero();
  }

  private void file(HttpExchange exchange) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().add("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < 10_000; i++) {
        body.write(NOISE);
      }
    } catch (IOException hungUp) {
      exchange.close();
    }
  }

  /** Takes the request and says nothing. */
  private void mute(HttpExchange exchange) {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
