package org.tandemvoice.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** {@code recording_start} and {@code recording_stop} of a call, and what shows of them. */
@PlatformTest
class RecordingApiIT {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final JsonObject EMPTY = JsonValue.EMPTY_JSON_OBJECT;

  @AutoClose private final Office office = Office.open();
  private final SoftPhone phone = office.registered();

  @Test
  void recordsACallSeveralTimes() {
    String id = office.api().call(phone.account().user(), action("block"));
    Call call = phone.expectCall().answer();
    office.api().awaitStatus(id, "progressing", PATIENCE);

    JsonObject started = start(id, EMPTY);
    String first = started.getString("recording_id");
    assertThat(started.getString("id")).isEqualTo(id);
    assertThat(Tape.await(office.api(), first, "recording").getString("url")).isEmpty();
    office.api().get("/v1.0/recordingfiles/" + first).expect(404);
    office.api().delete("/v1.0/recordings/" + first).expect(409);
    assertThat(office.api().post(path(id, "recording_start"), EMPTY).expect(409).body())
        .contains("RECORDING_ALREADY_ACTIVE");
    office.api().post(path(id, "recording_stop")).expect(200);
    Tape.await(office.api(), first, "ended");
    assertThat(office.api().callState(id).getString("recording_id")).startsWith("00000000-0000");
    assertThat(office.api().post(path(id, "recording_stop")).expect(409).body())
        .contains("RECORDING_NOT_ACTIVE");
    String second =
        start(id, Json.createObjectBuilder().add("format", "ogg").add("end_of_key", "#").build())
            .getString("recording_id");
    Tape.await(office.api(), second, "recording");
    call.media().sendDigits("#", Duration.ofMillis(100));
    Tape.await(office.api(), second, "ended");
    String third = start(id, EMPTY).getString("recording_id");
    Tape.await(office.api(), third, "recording");
    call.hangUp();

    JsonObject over = office.api().awaitStatus(id, "hangup", PATIENCE);
    Tape.await(office.api(), third, "ended");
    assertThat(over.getJsonArray("recording_ids").getValuesAs(value -> value.toString()))
        .containsExactly("\"" + first + "\"", "\"" + second + "\"", "\"" + third + "\"");
    assertThat(Tape.ofCall(office.api(), id))
        .extracting(recording -> recording.getString("id"))
        .containsExactly(third, second, first);
    assertThat(Tape.show(office.api(), first).getString("format")).isEqualTo("wav");
    assertThat(office.api().eventTypes(id))
        .filteredOn(type -> type.equals("call_recording_started"))
        .hasSize(3);
    assertThat(listed("?reference_id=" + id + "&status=ended")).isEqualTo(3);
    assertThat(listed("?status=failed")).isZero();
    assertThat(listed("?page_size=2")).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBeRecorded() {
    SoftPhone ringing = office.registered().whenCalled(call -> call.ring());
    String id = office.api().call(ringing.account().user(), action("block"));
    office.api().awaitStatus(id, "ringing", PATIENCE);

    assertThat(office.api().post(path(id, "recording_start"), EMPTY).expect(409).body())
        .contains("CALL_STATE_INVALID");
    assertThat(office.api().post(path(id, "recording_stop")).expect(409).body())
        .contains("RECORDING_NOT_ACTIVE");
    JsonObject flac = Json.createObjectBuilder().add("format", "flac").build();
    assertThat(office.api().post(path(id, "recording_start"), flac).expect(400).body())
        .contains("\"field\":\"format\"");
    try (Office stranger = Office.open()) {
      stranger.api().post(path(id, "recording_start"), EMPTY).expect(404);
      stranger.api().get(path(id, "recordings")).expect(404);
    }
    assertThat(office.api().get("/v1.0/recordings?status=over").expect(400).body())
        .contains("\"field\":\"status\"");
    assertThat(office.api().get("/v1.0/recordings").expect(200).result()).isEmpty();
    office.api().post("/v1.0/calls/" + id + "/hangup").expect(200);
  }

  @Test
  void refusesAnUnknownFlowForTheEnd() {
    String id = office.api().call(phone.account().user(), action("block"));
    Call call = phone.expectCall().answer();
    office.api().awaitStatus(id, "progressing", PATIENCE);
    JsonObject unknown =
        Json.createObjectBuilder()
            .add("on_end_flow_id", "00000000-0000-0000-0000-000000000009")
            .build();

    assertThat(office.api().post(path(id, "recording_start"), unknown).expect(404).body())
        .contains("FLOW_NOT_FOUND");
    assertThat(office.api().callState(id).getJsonArray("recording_ids")).isEmpty();
    call.hangUp();
  }

  private JsonObject start(String call, JsonObject body) {
    return office.api().post(path(call, "recording_start"), body).expect(200).object();
  }

  private int listed(String query) {
    return office.api().get("/v1.0/recordings" + query).expect(200).result().size();
  }

  private static String path(String call, String what) {
    return "/v1.0/calls/" + call + "/" + what;
  }
}
