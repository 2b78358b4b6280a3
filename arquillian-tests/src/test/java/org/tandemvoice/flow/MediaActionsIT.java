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
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Flow actions on the sound of a call, with real phones. */
@PlatformTest
class MediaActionsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration SPAN = Duration.ofMillis(800);

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

  private JsonObject run(String actions) {
    return tenant.call("1001", "'actions':[" + actions + "]");
  }

  @Test
  void pressesKeysTowardsThePhone() {
    run(
        "{'type':'dtmf_send','option':{'dtmfs':'1590*#','duration':200,'interval':100}},"
            + "{'type':'hangup'}");

    Call call = phone.expectCall().answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.media().digits()).isEqualTo("1590*#");
  }

  @Test
  void pressesKeysAsTonesIfThePhoneKnowsNoEvents() {
    run("{'type':'digits_send','option':{'digits':'5','duration':600}},{'type':'hangup'}");

    Call call = phone.withoutEvents().expectCall().answer();
    call.awaitEnd(PATIENCE);

    Sound heard = call.media().heard();
    assertThat(heard.audible()).isBetween(Duration.ofMillis(500), Duration.ofMillis(800));
    assertThat(heard.strongest(770)).isGreaterThan(0.3);
    assertThat(heard.strongest(1_336)).isGreaterThan(0.3);
  }

  @Test
  void isInterruptedByAKeyThatIsReceivedNext() {
    JsonObject made =
        run(
            "{'type':'talk','option':{'digits_handle':'next','text':'"
                + "This goes on and on and nobody wants to hear it. ".repeat(8)
                + "'}},{'type':'digits_receive','option':{'length':1,'duration':60000}},"
                + "{'type':'hangup'}");

    Call call = phone.expectCall().answer();
    Platform.await("speech", PATIENCE, () -> call.media().heard().audible().toMillis() > 500);
    call.media().sendDigits("5", Duration.ofMillis(120));
    call.awaitEnd(PATIENCE);

    assertThat(call.media().heard().audible()).isLessThan(Duration.ofSeconds(10));
    assertThat(
            tenant
                .ended(made.getString("activeflow_id"))
                .getJsonObject("variables")
                .getString("voipbin.call.digits"))
        .isEqualTo("5");
  }

  @Test
  void speaksWhileTheFlowGoesOn() {
    JsonObject made =
        run(
            "{'type':'talk','option':{'async':true,'text':'Thank you for calling and good bye'}},"
                + "{'id':'meanwhile','type':'block'}");

    Call call = phone.expectCall().answer();
    Platform.await(
        "the next action",
        PATIENCE,
        () ->
            tenant
                .activeflow(made.getString("activeflow_id"))
                .getJsonObject("current_action")
                .getString("id")
                .equals("meanwhile"));

    Platform.await("speech", PATIENCE, () -> call.media().heard().audible().toMillis() > 800);
    call.hangUp();
  }

  @Test
  void beeps() {
    run("{'type':'beep'},{'type':'hangup'}");

    Call call = phone.expectCall().answer();
    call.awaitEnd(PATIENCE);

    AudioAssertions.assertThat(call.media().heard()).hearsTone(1_000, Duration.ofMillis(240));
  }

  @Test
  void echoesForAsLongAsItIsTold() {
    run("{'type':'stream_echo','option':{'duration':1500}},{'type':'hangup'}");

    IncomingCall incoming = phone.expectCall();
    Call call = incoming.answer();
    call.media().sayTone(700);
    call.awaitEnd(PATIENCE);

    AudioAssertions.assertThat(call.media().heard()).hearsTone(700, Duration.ofMillis(900));
  }

  @Test
  void playsMusicWhileTheFlowGoesOnAndUntilACallIsConnected() {
    SoftPhone agent = tenant.phone("1002");
    run(
        "{'type':'moh_start','option':{'music_class':'default'}},"
            + "{'type':'connect','option':{'destinations':[{'type':'extension','target':'1002'}]}}");
    Call caller = phone.expectCall().answer();
    IncomingCall ringing = agent.expectCall().ring();
    Platform.await(
        "music", PATIENCE, () -> caller.media().heard().last(SPAN).audible().toMillis() > 600);

    Call called = ringing.answer();
    called.media().sayTone(1_900);

    caller.media().awaitTone(1_900, Duration.ofMillis(400), PATIENCE);
    called.hangUp();
    agent.close();
  }

  @Test
  void endsTheMusic() {
    run(
        "{'type':'moh_start'},{'type':'sleep','option':{'duration':1500}},{'type':'moh_stop'},"
            + "{'type':'sleep','option':{'duration':1500}},{'type':'hangup'}");

    Call call = phone.expectCall().answer();
    call.awaitEnd(PATIENCE);

    Sound heard = call.media().heard();
    assertThat(heard.audible()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_900));
    AudioAssertions.assertThat(heard.last(Duration.ofMillis(1_000))).isSilent();
  }

  @Test
  void mutesThePhoneUntilTheApiUnmutesIt() {
    SoftPhone other = tenant.phone("1002");
    JsonObject call =
        run(
            "{'type':'mute','option':{'direction':'out'}},"
                + "{'type':'connect','option':{'destinations':[{'type':'extension','target':'1002'}]}}");
    Call muted = phone.expectCall().answer();
    muted.media().sayTone(1_300);
    Call hearing = other.expectCall().answer();
    hearing.media().sayTone(1_900);
    muted.media().awaitTone(1_900, Duration.ofMillis(400), PATIENCE);

    hearing.media().awaitSilence(SPAN, PATIENCE);
    String id = call.getString("id");
    assertThat(tenant.api().callState(id).getString("mute_direction")).isEqualTo("out");
    tenant.api().post("/v1.0/calls/" + id + "/unmute").expect(200);

    hearing.media().awaitTone(1_300, Duration.ofMillis(400), PATIENCE);
    hearing.hangUp();
    other.close();
  }

  @Test
  void joinsCallsThatNameTheSameRoom() {
    SoftPhone second = tenant.phone("1002");
    String join =
        "'actions':[{'type':'confbridge_join','option':"
            + "{'confbridge_id':'7d1c0c3e-5b1e-4a51-9a0e-6f0e2b1f0001'}}]";
    tenant.call("1001", join);
    Call one = phone.expectCall().answer();
    tenant.call("1002", join);
    Call other = second.expectCall().answer();
    one.media().sayTone(1_300);
    other.media().sayTone(1_900);

    one.media().awaitTone(1_900, Duration.ofMillis(400), PATIENCE);
    other.media().awaitTone(1_300, Duration.ofMillis(400), PATIENCE);

    FlowTenant neighbour = FlowTenant.fresh();
    SoftPhone third = neighbour.phone("1003");
    neighbour.call("1003", join);
    Call stranger = third.expectCall().answer();
    stranger.media().awaitSilence(Duration.ofMillis(1_500), PATIENCE);
    one.hangUp();
    other.hangUp();
    stranger.hangUp();
    second.close();
    third.close();
  }
}
