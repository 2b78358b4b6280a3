package org.tandemvoice.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** The other outbound tutorials of the seeds (001): speech; speech and connect; speech and keys. */
@PlatformTest
class OutboundTutorialsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private FlowTenant tenant;
  private SoftPhone phone;

  @BeforeEach
  void open() {
    tenant = FlowTenant.fresh();
    phone = tenant.phone("1001");
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private JsonObject place(String actions) {
    String number = tenant.number("").getString("number");
    String body =
        """
        {"source": {"type": "tel", "target": "NUMBER"},
         "destinations": [{"type": "extension", "target": "1001"}],
         "actions": [ACTIONS]}
        """
            .replace("ACTIONS", actions)
            .replace("NUMBER", number);
    return tenant
        .api()
        .post("/v1.0/calls", FlowTenant.json(body))
        .expect(200)
        .array()
        .getJsonObject(0);
  }

  @Test
  void speaks() {
    JsonObject made =
        place(
            """
            {"type": "talk", "option": {
              "text": "hello. welcome to voipbin. This is test message. This audio file is \
            generated dynamically by the tts module. Please enjoy the voipbin service. Thank you. \
            Bye",
              "language": "en-US"}}
            """);

    Call call = phone.expectCall().ring().answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.media().heard().audible()).isGreaterThan(Duration.ofSeconds(5));
    assertNormal(made);
  }

  @Test
  void speaksAndConnects() {
    SoftPhone other = tenant.phone("1002");
    JsonObject made =
        place(
            """
            {"type": "talk", "option": {
              "text": "hello. welcome to voipbin. This is test message. This audio file is \
            generated dynamically by the tts module. Please enjoy the voipbin service.",
              "language": "en-US"}},
            {"type": "connect", "option": {
              "source": {"type": "tel", "target": "NUMBER"},
              "destinations": [{"type": "extension", "target": "1002"}]}}
            """);

    Call call = phone.expectCall().answer();
    call.media().sayTone(1_500);
    Call connected = other.expectCall(PATIENCE).ring().answer();
    connected.media().sayTone(2_100);

    call.media().awaitTone(2_100, Duration.ofMillis(400), PATIENCE);
    connected.media().awaitTone(1_500, Duration.ofMillis(400), PATIENCE);
    connected.hangUp();
    call.awaitEnd();
    assertNormal(made);
    other.close();
  }

  @Test
  void speaksAndPressesKeys() {
    JsonObject made =
        place(
            """
            {"type": "talk", "option": {
              "text": "This is dtmf send test call. Please wait.", "language": "en-US"}},
            {"type": "dtmf_send", "option": {
              "dtmfs": "1234567890", "duration": 500, "interval": 500}},
            {"type": "talk", "option": {
              "text": "Thank you. DTMF send test has done.", "language": "en-US"}}
            """);

    Call call = phone.expectCall().answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.media().digits()).isEqualTo("1234567890");
    Sound heard = call.media().heard();
    AudioAssertions.assertThat(heard).isAudibleFor(Duration.ofSeconds(3), Duration.ofSeconds(9));
    assertNormal(made);
  }

  private void assertNormal(JsonObject made) {
    JsonObject ended = tenant.api().awaitStatus(made.getString("id"), "hangup", PATIENCE);
    assertThat(ended.getString("hangup_by")).isEqualTo("local");
    assertThat(ended.getString("hangup_reason")).isEqualTo("normal");
    JsonObject run = tenant.ended(made.getString("activeflow_id"));
    assertThat(run.getJsonObject("current_action").getString("error")).isEmpty();
  }
}
