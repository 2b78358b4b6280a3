package org.tandemvoice.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.audio.StereoSound;
import org.tandemvoice.peer.process.PeerProcess;

/**
 * What a test does with a recording: waits for it, downloads it, and opens it by other programs.
 */
final class Tape {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Tape() {}

  /** The recording once it has that status. */
  static JsonObject await(ApiClient api, String id, String status) {
    if (!Waiting.until(() -> show(api, id).getString("status").equals(status), PATIENCE)) {
      throw new AssertionError("Recording never became " + status + ": " + show(api, id));
    }
    return show(api, id);
  }

  static JsonObject show(ApiClient api, String id) {
    return api.get("/v1.0/recordings/" + id).expect(200).object();
  }

  /** The id of the recording that runs on a call. */
  static String running(ApiClient api, String call) {
    JsonObject state =
        api.awaitCall(
            call,
            shown -> !shown.getString("recording_id").startsWith("00000000"),
            "recorded",
            PATIENCE);
    String id = state.getString("recording_id");
    await(api, id, "recording");
    return id;
  }

  static List<JsonObject> ofCall(ApiClient api, String call) {
    return api.get("/v1.0/calls/" + call + "/recordings").expect(200).result().stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  static HttpResponse<byte[]> download(String url, String... headers) {
    return send("GET", url, headers);
  }

  static HttpResponse<byte[]> send(String method, String url, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** What ffprobe says of these entries of a file, values only. */
  private static String ffprobe(Path file, String entries) {
    return run(
        file.getParent().resolve("ffprobe"),
        List.of(
            "ffprobe", "-v", "error", "-show_entries", entries, "-of", "csv=p=0", file.toString()));
  }

  /** Seconds of sound in a file, as ffprobe sees it. */
  static double secondsByFfprobe(Path file) {
    String answer = ffprobe(file, "format=duration");
    return Double.parseDouble(answer.strip());
  }

  /** Seconds of sound that ffprobe finds when it decodes a file, all its streams. */
  static double soundingSecondsByFfprobe(Path file) {
    String answer = ffprobe(file, "frame=nb_samples:stream=sample_rate");
    List<Integer> numbers =
        answer.lines().filter(line -> !line.isBlank()).map(Tape::number).toList();
    // The rate comes last, after the samples of each frame.
    int last = numbers.size() - 1;
    int samples = numbers.subList(0, last).stream().mapToInt(Integer::intValue).sum();
    return (double) samples / numbers.get(last);
  }

  private static int number(String line) {
    return Integer.parseInt(line.split(",")[0].strip());
  }

  /** Seconds of sound in a file, as sox sees it. */
  static double secondsBySox(Path file) {
    return Double.parseDouble(
        run(file.getParent().resolve("soxi"), List.of("soxi", "-D", file.toString())).strip());
  }

  /** The two channels of a file, decoded by ffmpeg; a single one is both. */
  static StereoSound decode(Path file) {
    Path wav = file.resolveSibling("decoded.wav");
    run(
        file.getParent().resolve("ffmpeg"),
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-i",
            file.toString(),
            "-ar",
            "8000",
            "-ac",
            "2",
            wav.toString()));
    try {
      return StereoSound.read(Files.readAllBytes(wav));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(Path folder, List<String> command) {
    try (PeerProcess process = PeerProcess.start(folder, command)) {
      int code = process.awaitExit(PATIENCE);
      if (code != 0) {
        throw new AssertionError(command + " ended with " + code + ": " + process.output());
      }
      return process.output();
    }
  }
}
