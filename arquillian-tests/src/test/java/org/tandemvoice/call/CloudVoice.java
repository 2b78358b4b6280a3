package org.tandemvoice.call;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.WavFile;

/** Plays the part of a service that speaks: whatever it is given, it answers by one tone. */
final class CloudVoice implements AutoCloseable {

  private static final Duration LENGTH = Duration.ofSeconds(1);

  private final HttpServer server;
  private final String voices;
  private final byte[] sound;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  private CloudVoice(String voices, byte[] sound) {
    this.voices = voices;
    this.sound = sound;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /** Google's REST interface with two English voices and a Korean one. */
  static CloudVoice google(double frequency, Path folder) throws IOException {
    Path wav = folder.resolve("google.wav");
    WavFile.write(Sound.tone(frequency, 0.3, LENGTH), wav);
    String content = Base64.getEncoder().encodeToString(Files.readAllBytes(wav));
    return new CloudVoice(
        """
        {"voices": [
          {"languageCodes": ["en-US"], "name": "en-US-Neural2-C", "ssmlGender": "FEMALE"},
          {"languageCodes": ["en-US"], "name": "en-US-Neural2-D", "ssmlGender": "MALE"},
          {"languageCodes": ["ko-KR"], "name": "ko-KR-Wavenet-A", "ssmlGender": "FEMALE"}]}
        """,
        ("{\"audioContent\": \"" + content + "\"}").getBytes(StandardCharsets.US_ASCII));
  }

  /** Amazon Polly's interface with one English and one Korean voice. */
  static CloudVoice amazon(double frequency) {
    short[] samples = Sound.tone(frequency, 0.3, LENGTH).samples();
    ByteBuffer raw = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asShortBuffer().put(samples);
    return new CloudVoice(
        """
{"Voices": [
  {"Id": "Joanna", "Gender": "Female", "LanguageCode": "en-US", "SupportedEngines": ["neural"]},
  {"Id": "Seoyeon", "Gender": "Female", "LanguageCode": "ko-KR", "SupportedEngines": ["neural"]}]}
""",
        raw.array());
  }

  /** A MaryTTS server with one English voice. */
  static CloudVoice mary(double frequency, Path folder) throws IOException {
    Path wav = folder.resolve("mary.wav");
    WavFile.write(Sound.tone(frequency, 0.3, LENGTH), wav);
    return new CloudVoice("cmu-slt-hsmm en_US female hmm\n", Files.readAllBytes(wav));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers with that status from now on. */
  void answersWith(int newStatus) {
    status = newStatus;
  }

  /** Bodies of what was to be spoken. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean isList = exchange.getRequestURI().getPath().endsWith("/voices");
    if (!isList) {
      asked.add(body);
    }
    byte[] answer =
        status != 200
            ? "{}".getBytes(StandardCharsets.US_ASCII)
            : isList ? voices.getBytes(StandardCharsets.US_ASCII) : sound;
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }
}
