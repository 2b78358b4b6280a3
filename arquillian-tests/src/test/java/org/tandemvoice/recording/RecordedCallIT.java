package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.audio.StereoSound;
import org.tandemvoice.peer.audio.WavFile;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** What flows record, decoded by programs that are not ours. */
@PlatformTest
class RecordedCallIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @TempDir private Path folder;
  @AutoClose private final Office office = Office.open();

  /** Both tones are long enough to be measured, and the other side of the call leaks none of it. */
  @ParameterizedTest
  @ValueSource(strings = {"wav", "mp3", "ogg"})
  void keepsThePartiesOfACallApart(String format) throws IOException {
    RealPeers.require("ffprobe");
    RealPeers.require("soxi");
    SoftPhone caller = office.registered();
    SoftPhone agent = office.registered();
    String id =
        office
            .api()
            .call(
                caller.account().user(),
                action("record_start", option("format", format, "channels", "stereo")),
                connect(agent),
                action("record_stop"));
    Call first = caller.expectCall().answer();
    Call second = agent.expectCall().answer();
    first.media().sayTone(440);
    second.media().sayTone(1000);
    first.media().awaitTone(1000, Duration.ofMillis(1500), PATIENCE);
    second.media().awaitTone(440, Duration.ofMillis(1500), PATIENCE);

    first.hangUp();
    second.awaitEnd(PATIENCE);

    JsonObject call = office.api().awaitStatus(id, "hangup", PATIENCE);
    assertThat(call.getJsonArray("recording_ids")).hasSize(1);
    assertThat(call.getString("recording_id")).isEqualTo("00000000-0000-0000-0000-000000000000");
    JsonObject recording =
        Tape.await(office.api(), call.getJsonArray("recording_ids").getString(0), "ended");
    double seconds = recording.getInt("duration_ms") / 1000.0;
    Path file = folder.resolve("call." + format);
    Files.write(file, Tape.download(recording.getString("url")).body());
    assertLength(file, 8_000, seconds);
    StereoSound sound = Tape.decode(file);
    assertThat(sound.left().length().toMillis() / 1000.0).isCloseTo(seconds, within(0.03));
    assertTone(sound.left(), 440, 1000);
    assertTone(sound.right(), 1000, 440);
  }

  /** As long as others see it as it was, to the frame of 20 ms. */
  private static void assertLength(Path file, int rate, double seconds) {
    String name = file.getFileName().toString();
    assertThat(Tape.soundingSecondsByFfprobe(file)).as(name).isCloseTo(seconds, within(0.02));
    if (!name.endsWith("ogg")) {
      // Debian builds sox without Opus.
      assertThat(Tape.secondsBySox(file)).as(name).isCloseTo(seconds, within(0.02));
    }
    double shown = Tape.secondsByFfprobe(file);
    if (name.endsWith("mp3")) {
      // ffmpeg 5 shows whole frames, as many as any MP3 needs: before the sound are 576 samples of
      // the encoder and 529 of the decoder, and the last frame is filled up.
      double frame = (rate < 32_000 ? 576.0 : 1_152.0) / rate;
      assertThat(shown).as(name).isBetween(seconds - 0.02, seconds + 1_105.0 / rate + frame);
    } else {
      assertThat(shown).as(name).isCloseTo(seconds, within(0.02));
    }
  }

  @Test
  void isAsLongAsItWasAtEveryRate() throws IOException {
    RealPeers.require("ffprobe");
    RealPeers.require("soxi");
    SoftPhone phone = office.registered().whenCalled(IncomingCall::answerAtOnce);
    Map<String, String> calls = new TreeMap<>();
    for (String format : List.of("wav", "mp3", "ogg")) {
      for (int rate : List.of(8_000, 16_000, 24_000, 48_000)) {
        JsonObject tape =
            Json.createObjectBuilder(option("format", format)).add("sample_rate", rate).build();
        JsonObject pause = Json.createObjectBuilder().add("duration", 700).build();
        String user = phone.account().user();
        calls.put(
            rate + "." + format,
            office.api().call(user, action("record_start", tape), action("sleep", pause)));
      }
    }
    for (Map.Entry<String, String> call : calls.entrySet()) {
      office.api().awaitStatus(call.getValue(), "hangup", PATIENCE);
      String id = Tape.ofCall(office.api(), call.getValue()).get(0).getString("id");
      JsonObject recording = Tape.await(office.api(), id, "ended");
      Path file = folder.resolve(call.getKey());
      Files.write(file, Tape.download(recording.getString("url")).body());
      int rate = Integer.parseInt(call.getKey().split("\\.")[0]);
      assertLength(file, rate, recording.getInt("duration_ms") / 1000.0);
    }
  }

  private static void assertTone(Sound side, double own, double others) {
    assertThat(side.toneHeard(own)).isGreaterThan(Duration.ofMillis(1400));
    assertThat(side.toneHeard(others)).isZero();
    assertThat(side.audible()).isLessThan(side.toneHeard(own).plusMillis(400));
  }

  @Test
  void recordsOneSideOnlyAtTheRateAskedFor() throws IOException {
    SoftPhone phone = office.registered();
    String id =
        office
            .api()
            .call(
                phone.account().user(),
                action(
                    "recording_start",
                    Json.createObjectBuilder(option("format", "wav", "direction", "in"))
                        .add("channels", "stereo")
                        .add("sample_rate", 16_000)
                        .build()),
                action("talk", option("text", "nobody shall find this on the recording")),
                action("hangup"));
    Call call = phone.expectCall().answer();
    call.media().sayTone(600);
    call.awaitEnd(PATIENCE);

    JsonObject state = office.api().awaitStatus(id, "hangup", PATIENCE);
    JsonObject recording =
        Tape.await(office.api(), state.getJsonArray("recording_ids").getString(0), "ended");
    byte[] file = Tape.download(recording.getString("url")).body();
    StereoSound sound = StereoSound.read(file);
    assertThat(sound.left().rate()).isEqualTo(16_000);
    assertThat(sound.left().toneHeard(600)).isGreaterThan(Duration.ofMillis(700));
    assertThat(sound.right().audible()).isZero();
    assertThat(sound.left().length().toMillis()).isEqualTo(recording.getInt("duration_ms"));
  }

  @Test
  void recordsBothSidesInOneTrackAndWhatIsHeardAlone() {
    SoftPhone caller = office.registered();
    SoftPhone agent = office.registered();
    String id =
        office
            .api()
            .call(
                caller.account().user(),
                action("record_start", option("format", "wav", "channels", "mixed")),
                connect(agent));
    Call first = caller.expectCall().answer();
    Call second = agent.expectCall().answer();
    first.media().sayTone(440);
    second.media().sayTone(1000);
    first.media().awaitTone(1000, Duration.ofMillis(700), PATIENCE);
    second.media().awaitTone(440, Duration.ofMillis(700), PATIENCE);
    office.api().post("/v1.0/calls/" + id + "/recording_stop").expect(200);
    office
        .api()
        .post("/v1.0/calls/" + id + "/recording_start", option("format", "wav", "direction", "out"))
        .expect(200);
    Tape.running(office.api(), id);
    Waiting.pass(Duration.ofSeconds(1));
    first.hangUp();
    second.awaitEnd(PATIENCE);

    List<JsonObject> tapes = Tape.ofCall(office.api(), id);
    Sound out = sound(tapes.get(0));
    Sound mixed = sound(tapes.get(1));
    assertThat(mixed.toneHeard(440)).isGreaterThan(Duration.ofMillis(600));
    assertThat(mixed.toneHeard(1000)).isGreaterThan(Duration.ofMillis(600));
    assertThat(out.toneHeard(1000)).isGreaterThan(Duration.ofMillis(600));
    assertThat(out.toneHeard(440)).isZero();
  }

  /** A recording of one track. */
  private Sound sound(JsonObject recording) {
    JsonObject ended = Tape.await(office.api(), recording.getString("id"), "ended");
    byte[] file = Tape.download(ended.getString("url")).body();
    assertThat(file).hasSize(44 + 16 * ended.getInt("duration_ms"));
    return WavFile.read(file);
  }

  @Test
  void playsBackTheMessageThatWasLeft() {
    SoftPhone phone = office.registered();
    JsonObject voice =
        Json.createObjectBuilder()
            .add("duration", 8000)
            .add("silence_timeout", 1000)
            .add("variable_name", "said")
            .build();
    JsonObject play =
        Json.createObjectBuilder()
            .add("stream_urls", Json.createArrayBuilder().add("{{said}}"))
            .build();
    String id =
        office
            .api()
            .call(phone.account().user(), action("record_voice", voice), action("play", play));
    Call call = phone.expectCall().answer();
    call.media().awaitTone(1000, Duration.ofMillis(200), PATIENCE);
    call.media().sayTone(700);
    Tape.running(office.api(), id);
    // A second of the tone, then silence, which ends the message.
    Waiting.pass(Duration.ofSeconds(1));
    call.media().say(SoundSource.silence());
    call.awaitEnd(PATIENCE);

    assertThat(call.media().heard().toneHeard(700)).isGreaterThan(Duration.ofMillis(700));
    JsonObject recording = Tape.ofCall(office.api(), id).get(0);
    assertThat(recording.getString("format")).isEqualTo("wav");
    assertThat(recording.getInt("duration_ms")).isBetween(1500, 6000);
  }

  @Test
  void runsAFlowWhenARecordingHasEnded() {
    JsonObject flow =
        office
            .api()
            .post(
                "/v1.0/flows",
                Json.createObjectBuilder()
                    .add("name", "afterwards")
                    .add(
                        "actions",
                        Json.createArrayBuilder()
                            .add(
                                action(
                                    "variable_set",
                                    option("key", "which", "value", "${voipbin.recording.id}"))))
                    .build())
            .expect(200)
            .object();
    SoftPhone phone = office.registered();
    office
        .api()
        .call(
            phone.account().user(),
            action("recording_start", option("on_end_flow_id", flow.getString("id"))),
            action("sleep", Json.createObjectBuilder().add("duration", 500).build()));
    phone.expectCall().answer().awaitEnd(PATIENCE);

    JsonObject recording =
        office.api().get("/v1.0/recordings").expect(200).result().getJsonObject(0);
    Tape.await(office.api(), recording.getString("id"), "ended");
    List<JsonObject> runs =
        office.api().get("/v1.0/activeflows").expect(200).result().stream()
            .map(run -> run.asJsonObject())
            .filter(run -> run.getString("flow_id").equals(flow.getString("id")))
            .toList();
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).getJsonObject("variables").getString("which"))
        .isEqualTo(recording.getString("id"));
  }

  @Test
  void servesTheFileToWhoeverHasItsUrlAndToNobodyElse() {
    JsonObject recording = recordHalfASecond();
    String url = recording.getString("url");
    String id = recording.getString("id");

    HttpResponse<byte[]> whole = Tape.download(url);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("Content-Type")).hasValue("audio/wav");
    assertThat(whole.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    int size = whole.body().length;
    assertThat(size).isEqualTo(44 + 16 * recording.getInt("duration_ms"));
    HttpResponse<byte[]> part = Tape.download(url, "Range", "bytes=8-11");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(new String(part.body(), StandardCharsets.US_ASCII)).isEqualTo("WAVE");
    assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 8-11/" + size);
    assertThat(Tape.download(url, "Range", "bytes=" + size + "-").statusCode()).isEqualTo(416);
    HttpResponse<byte[]> head = Tape.send("HEAD", url);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(size));

    assertThat(Tape.download(url.replaceFirst("expires=\\d+", "expires=9999999999")).statusCode())
        .isEqualTo(403);
    assertThat(Tape.download(url.replaceFirst(".$", url.endsWith("0") ? "1" : "0")).statusCode())
        .isEqualTo(403);
    assertThat(Tape.download(url.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
    String other = recordHalfASecond().getString("id");
    assertThat(Tape.download(url.replace(id, other)).statusCode()).isEqualTo(403);

    String location = office.platform().api() + "/v1.0/recordingfiles/" + id;
    HttpResponse<byte[]> sentOn = Tape.download(location + "?" + credential());
    assertThat(sentOn.statusCode()).isEqualTo(307);
    assertThat(Tape.download(sentOn.headers().firstValue("Location").orElseThrow()).body())
        .isEqualTo(whole.body());
    assertThat(Tape.download(location).statusCode()).isEqualTo(401);
    try (Office stranger = Office.open()) {
      stranger.api().get("/v1.0/recordings/" + id).expect(404);
      stranger.api().get("/v1.0/recordingfiles/" + id).expect(404);
      stranger.api().delete("/v1.0/recordings/" + id).expect(404);
      assertThat(stranger.api().get("/v1.0/recordings").expect(200).result()).isEmpty();
    }
  }

  @Test
  void deletesTheFileWithTheRecording() {
    JsonObject recording = recordHalfASecond();
    String id = recording.getString("id");
    Path file =
        office
            .platform()
            .dataDirectory()
            .resolve("recordings")
            .resolve("recordings-" + office.api().customerId())
            .resolve(recording.getString("tm_create").substring(0, 10))
            .resolve(id + ".wav");
    assertThat(file).exists();

    JsonObject deleted = office.api().delete("/v1.0/recordings/" + id).expect(200).object();

    assertThat(deleted.getString("tm_delete")).doesNotStartWith("9999");
    assertThat(deleted.getString("url")).isEmpty();
    office.api().get("/v1.0/recordings/" + id).expect(404);
    assertThat(office.api().get("/v1.0/recordings").expect(200).result()).isEmpty();
    assertThat(Tape.download(recording.getString("url")).statusCode()).isEqualTo(404);
    assertThat(Waiting.until(() -> !Files.exists(file), PATIENCE)).isTrue();
  }

  private String credential() {
    return "accesskey=" + office.accessKey();
  }

  private JsonObject recordHalfASecond() {
    SoftPhone phone = office.registered();
    String id =
        office
            .api()
            .call(
                phone.account().user(),
                action("record_start", option("format", "wav")),
                action("sleep", Json.createObjectBuilder().add("duration", 500).build()));
    phone.expectCall().answer().awaitEnd(PATIENCE);
    JsonObject call = office.api().awaitStatus(id, "hangup", PATIENCE);
    return Tape.await(office.api(), call.getJsonArray("recording_ids").getString(0), "ended");
  }

  private static JsonObject connect(SoftPhone to) {
    JsonObject destination = option("type", "extension", "target", to.account().user());
    return action(
        "connect",
        Json.createObjectBuilder()
            .add("destinations", Json.createArrayBuilder().add(destination))
            .build());
  }

  private static JsonObject option(String... namesAndValues) {
    var json = Json.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      json.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return json.build();
  }
}
