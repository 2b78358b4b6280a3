package org.tandemvoice.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.assertHears;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
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
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.WavFile;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** What is recorded of a conference, and what is announced in it. */
@PlatformTest
class RecordedConferenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration HEARD = Duration.ofMillis(500);

  @TempDir private Path folder;

  @AutoClose private final Office office = Office.open();
  private final ApiClient api = office.api();

  @Test
  void isRecordedWholeAndGoesOnWhenTheRecordedPartyLeaves() {
    String id = UUID.randomUUID().toString();
    Call anna = joined(id, ANNA);
    Call bert = joined(id, BERT);
    assertHears(anna, BERT);
    assertHears(bert, ANNA);

    api.post("/v1.0/conferences/" + id + "/recording_start", order()).expect(200);
    assertThat(api.post("/v1.0/conferences/" + id + "/recording_start", order()).status())
        .isEqualTo(409);
    Waiting.pass(Duration.ofSeconds(2));
    anna.hangUp();
    Platform.await("the second recording", PATIENCE, () -> recordings(id).size() == 2);
    Waiting.pass(Duration.ofSeconds(1));
    api.post("/v1.0/conferences/" + id + "/recording_stop").expect(200);

    Sound first = sound(recordings(id).get(0));
    AudioAssertions.assertThat(first).hearsTone(ANNA, HEARD).hearsTone(BERT, HEARD);
    AudioAssertions.assertThat(sound(recordings(id).get(1))).hearsTone(BERT, HEARD);
    assertThat(api.post("/v1.0/conferences/" + id + "/recording_stop").status()).isEqualTo(409);
    assertThat(bert.ended()).isFalse();
  }

  @Test
  void everybodyHearsAnAnnouncementAndThenTheOthersAgain() {
    String id = UUID.randomUUID().toString();
    Call anna = joined(id, ANNA);
    Call bert = joined(id, BERT);
    assertHears(anna, BERT);
    JsonObject words =
        Json.createObjectBuilder().add("text", "The meeting ends in five minutes.").build();

    api.post("/v1.0/conferences/" + id + "/talk", words).expect(200);

    assertHears(anna);
    assertHears(bert);
    assertHears(anna, BERT);
    assertHears(bert, ANNA);
    assertThat(
            api.post("/v1.0/conferences/" + id + "/talk", Json.createObjectBuilder().build())
                .status())
        .isEqualTo(400);
  }

  private static JsonObject order() {
    return Json.createObjectBuilder().add("format", "wav").build();
  }

  private Call joined(String conference, double tone) {
    SoftPhone phone = office.registered();
    api.call(
        phone.account().user(),
        ApiClient.action(
            "conference_join",
            Json.createObjectBuilder().add("conference_id", conference).build()));
    Call call = phone.expectCall().answer();
    call.media().sayTone(tone);
    return call;
  }

  private List<String> recordings(String conference) {
    return api
        .get("/v1.0/conferences/" + conference)
        .expect(200)
        .object()
        .getJsonArray("recording_ids")
        .getValuesAs(JsonString.class)
        .stream()
        .map(JsonString::getString)
        .toList();
  }

  private Sound sound(String recording) {
    Platform.await("the file", PATIENCE, () -> !url(recording).isEmpty());
    try {
      Path file = folder.resolve(recording + ".wav");
      HttpRequest get = HttpRequest.newBuilder(URI.create(url(recording))).build();
      Files.write(
          file,
          HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofByteArray()).body());
      return WavFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private String url(String recording) {
    return api.get("/v1.0/recordings/" + recording).expect(200).object().getString("url");
  }
}
