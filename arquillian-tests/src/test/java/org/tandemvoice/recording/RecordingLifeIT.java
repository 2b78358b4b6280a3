package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformProcess;
import org.tandemvoice.platform.PlatformTest;

/** What becomes of recordings when time passes, disks fail and servers die. */
@PlatformTest
class RecordingLifeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Test
  void outlivesTheServerButNotItsTime() throws IOException {
    Map<String, String> settings =
        Map.of("RECORDING_URL_SECONDS", "4", "RECORDING_WATCH_SECONDS", "1");
    try (PlatformProcess server = PlatformProcess.start("recordings", settings);
        Office office = Office.at(server.platform())) {
      SoftPhone phone = office.registered();
      Path files = server.platform().dataDirectory().resolve("recordings");

      String whole = record(office, phone);
      String url = Tape.await(office.api(), whole, "ended").getString("url");
      assertThat(Tape.download(url).statusCode()).isEqualTo(200);
      assertThat(Waiting.until(() -> Tape.download(url).statusCode() == 403, PATIENCE)).isTrue();
      assertUnwritableFolderEndsNoCall(office, phone, files);

      String cut = begin(office, phone);
      assertThat(Waiting.until(() -> names(files).contains(cut + ".wav.part"), PATIENCE)).isTrue();
      server.kill();
      server.start();

      JsonObject lost = Tape.await(office.api(), cut, "failed");
      assertThat(lost.getString("error")).contains("the server was stopped");
      assertThat(lost.getString("url")).isEmpty();
      assertThat(
              Waiting.until(
                  () -> names(files).stream().noneMatch(RecordingLifeIT::isFile), PATIENCE))
          .isTrue();
      JsonObject kept = Tape.show(office.api(), whole);
      assertThat(Tape.download(kept.getString("url")).body())
          .hasSize(44 + 16 * kept.getInt("duration_ms"));

      server.stop();
      server.with("RECORDING_RETENTION", "PT1S").start();
      assertThat(Waiting.until(() -> list(office).equals(List.of(cut)), PATIENCE)).isTrue();
      Path file =
          files
              .resolve("recordings-" + office.api().customerId())
              .resolve(kept.getString("tm_create").substring(0, 10))
              .resolve(whole + ".wav");
      assertThat(Waiting.until(() -> !Files.exists(file), PATIENCE)).isTrue();
    }
  }

  @Test
  void keepsFilesInAnObjectStoreThatWasAwayAtFirst() throws IOException {
    try (ObjectStore store = ObjectStore.open();
        PlatformProcess server =
            PlatformProcess.start(
                "recordings-s3",
                Map.of(
                    "RECORDING_STORE", "s3",
                    "S3_ENDPOINT", store.endpoint().toString(),
                    "S3_ACCESS_KEY", "key",
                    "S3_SECRET_KEY", "secret",
                    "RECORDING_WATCH_SECONDS", "1"));
        Office office = Office.at(server.platform())) {
      SoftPhone phone = office.registered();
      Path files = server.platform().dataDirectory().resolve("recordings");
      store.refuse(true);
      String id = record(office, phone);
      assertThat(Waiting.until(() -> store.refusals() > 0, PATIENCE)).isTrue();
      assertThat(Tape.show(office.api(), id).getString("url")).isEmpty();
      server.stop();
      store.refuse(false);
      server.start();

      JsonObject recording = Tape.await(office.api(), id, "ended");
      assertThat(recording.getString("url")).startsWith(store.endpoint() + "/recordings-");
      assertThat(Tape.download(recording.getString("url")).body())
          .hasSize(44 + 16 * recording.getInt("duration_ms"));
      assertThat(
              Waiting.until(
                  () -> names(files).stream().noneMatch(RecordingLifeIT::isFile), PATIENCE))
          .isTrue();
      office.api().delete("/v1.0/recordings/" + id).expect(200);
      assertThat(Waiting.until(() -> store.size() == 0, PATIENCE)).isTrue();
    }
  }

  /** A folder that is none stands for a disk that cannot be written. */
  private static void assertUnwritableFolderEndsNoCall(Office office, SoftPhone phone, Path files)
      throws IOException {
    Path aside = files.resolveSibling("aside");
    Files.move(files, aside);
    Files.writeString(files, "no folder");
    String call = office.api().call(phone.account().user(), action("block"));
    Call leg = phone.expectCall().answer();
    office.api().awaitStatus(call, "progressing", PATIENCE);
    String id = start(office, call);

    assertThat(Tape.await(office.api(), id, "failed").getString("error"))
        .startsWith("The recording could not be written");
    assertThat(office.api().callState(call).getString("status")).isEqualTo("progressing");
    assertThat(office.api().callState(call).getString("recording_id")).startsWith("00000000-");
    leg.hangUp();
    Files.delete(files);
    Files.move(aside, files);
  }

  private static String record(Office office, SoftPhone phone) {
    String call =
        office
            .api()
            .call(
                phone.account().user(),
                action("recording_start", Json.createObjectBuilder().add("format", "wav").build()),
                action("sleep", Json.createObjectBuilder().add("duration", 700).build()));
    phone.expectCall().answer().awaitEnd(PATIENCE);
    return office
        .api()
        .awaitStatus(call, "hangup", PATIENCE)
        .getJsonArray("recording_ids")
        .getString(0);
  }

  /** A recording that goes on until something happens. */
  private static String begin(Office office, SoftPhone phone) {
    String call = office.api().call(phone.account().user(), action("block"));
    phone.expectCall().answer().media().sayTone(500);
    office.api().awaitStatus(call, "progressing", PATIENCE);
    return start(office, call);
  }

  private static String start(Office office, String call) {
    return office
        .api()
        .post("/v1.0/calls/" + call + "/recording_start", JsonValue.EMPTY_JSON_OBJECT)
        .expect(200)
        .object()
        .getString("recording_id");
  }

  /** Those that are not over for lack of a folder. */
  private static List<String> list(Office office) {
    return office.api().get("/v1.0/recordings").expect(200).result().stream()
        .map(JsonValue::asJsonObject)
        .filter(recording -> !recording.getString("error").startsWith("The recording could"))
        .map(recording -> recording.getString("id"))
        .toList();
  }

  private static boolean isFile(String name) {
    return name.contains(".");
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException notThereYet) {
      return List.of();
    }
  }
}
