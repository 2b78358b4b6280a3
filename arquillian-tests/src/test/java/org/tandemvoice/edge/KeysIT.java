package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.api.JsonBody;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Keys between phones that tell them in different ways: as events, as tones, by INFO. */
@PlatformTest
class KeysIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration KEY = Duration.ofMillis(200);

  private Office office;

  @BeforeEach
  void open() {
    office = Office.open();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void tellsKeysByInfoToAPhoneThatSaysItTakesThem() {
    SoftPhone phone = office.registered().withoutEvents();
    office
        .api()
        .call(
            phone.account().user(),
            action("digits_send", JsonBody.of("{'digits':'15#A','duration':100,'interval':100}")),
            action("hangup"));

    Call call =
        phone
            .expectCall()
            .with("Accept", "application/sdp, application/dtmf-relay")
            .ring()
            .answer();
    call.awaitEnd(PATIENCE);

    assertThat(call.toldKeys()).isEqualTo("15#A");
    assertThat(call.media().heard().audible()).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void answersKeysByInfoInTheSameWay() {
    SoftPhone bert = office.registered().withoutEvents();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();

    called.tellKey('5');

    caller.media().awaitDigits("5", PATIENCE);
    caller.media().sendDigits("72", KEY);
    Platform.await("keys by INFO", PATIENCE, () -> called.toldKeys().equals("72"));
    assertThat(called.media().heard().strongest(852)).isLessThan(0.2);
    caller.hangUp();
    called.awaitEnd();
  }

  @Test
  void soundsKeysForAPhoneThatKnowsNothingElse() {
    SoftPhone bert = office.registered().withoutEvents();
    OutgoingCall dialling = office.registered().dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();

    caller.media().sendDigits("7", KEY);

    assertThat(
            Waiting.until(
                () ->
                    called.media().heard().strongest(852) > 0.3
                        && called.media().heard().strongest(1_209) > 0.3,
                PATIENCE))
        .as("the two tones of the key 7")
        .isTrue();
    assertThat(called.toldKeys()).isEmpty();
    // The other way round the tones are heard as they are.
    Sound nine = Sound.tone(852, 0.2, KEY).with(Sound.tone(1_477, 0.2, KEY));
    called.media().say(SoundSource.once(nine));
    assertThat(Waiting.until(() -> caller.media().heard().strongest(1_477) > 0.3, PATIENCE))
        .isTrue();
    caller.hangUp();
    called.awaitEnd();
  }
}
