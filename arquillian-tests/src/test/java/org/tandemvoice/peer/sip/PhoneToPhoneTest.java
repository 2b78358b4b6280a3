package org.tandemvoice.peer.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.rtp.MediaDirection;

class PhoneToPhoneTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private SoftPhone anna;
  private SoftPhone bert;

  private void phones(String transport) {
    boolean tcp = "tcp".equals(transport);
    anna = SoftPhone.direct("anna", tcp ? new TcpTransport() : new UdpTransport());
    bert = SoftPhone.direct("bert", tcp ? new TcpTransport() : new UdpTransport());
  }

  @AfterEach
  void close() {
    anna.close();
    bert.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void talksBothWaysUntilTheCallerHangsUp(String transport) {
    phones(transport);

    OutgoingCall dialling = anna.dial(bert.contactUri());
    IncomingCall ringing = bert.expectCall().ring();
    dialling.expectRinging();
    Call called = ringing.answer();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(440);
    called.media().sayTone(1000);

    caller.media().awaitTone(1000, Duration.ofMillis(500), PATIENCE);
    called.media().awaitTone(440, Duration.ofMillis(500), PATIENCE);
    AudioAssertions.assertThat(caller.media().heard()).hearsNoTone(440);
    caller.media().sendDigits("159#", Duration.ofMillis(100));
    called.media().awaitDigits("159#", PATIENCE);
    caller.hangUp();
    called.awaitEnd();
    assertThat(called.endedBy()).isEqualTo("remote");
    assertThat(called.media().recording().account().lost()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {486, 603, 480, 404})
  void hearsWhyItWasRejected(int status) {
    phones("udp");

    OutgoingCall dialling = anna.dial(bert.contactUri());
    bert.expectCall().ring().reject(status);

    dialling.expectStatus(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void cancelsWhatRings(String transport) {
    phones(transport);

    OutgoingCall dialling = anna.dial(bert.contactUri());
    IncomingCall ringing = bert.expectCall().ring();
    dialling.cancel();

    ringing.awaitCancel();
    dialling.expectStatus(487);
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void holdsAndResumes(String transport) {
    phones(transport);
    OutgoingCall dialling = anna.dial(bert.contactUri());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(600);
    caller.media().awaitTone(600, Duration.ofMillis(300), PATIENCE);

    caller.hold();
    assertThat(caller.remoteSdp().direction()).isEqualTo(MediaDirection.RECVONLY);
    caller.media().awaitSilence(Duration.ofMillis(300), PATIENCE);
    caller.resume();

    assertThat(caller.remoteSdp().direction()).isEqualTo(MediaDirection.SENDRECV);
    caller.media().awaitTone(600, Duration.ofMillis(300), PATIENCE);
    assertThat(called.reinvitesReceived()).isEqualTo(2);
    called.hangUp();
    caller.awaitEnd();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INVITE", "BYE"})
  void repeatsARequestThatWasLost(String method) {
    phones("udp");
    bert.endpoint()
        .loseIncoming(m -> m instanceof SipRequest request && method.equals(request.method()), 1);

    OutgoingCall dialling = anna.dial(bert.contactUri());
    Call called = bert.expectCall().answer();
    dialling.expectAnswer().hangUp();

    called.awaitEnd();
    assertThat(anna.trace().entries())
        .filteredOn(entry -> entry.sent() && entry.text().startsWith(method + " "))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "486"})
  void repeatsAnAnswerUntilItIsAcknowledged(String status) {
    phones("udp");
    bert.endpoint()
        .loseIncoming(m -> m instanceof SipRequest request && "ACK".equals(request.method()), 1);

    OutgoingCall dialling = anna.dial(bert.contactUri());
    IncomingCall incoming = bert.expectCall();
    if ("200".equals(status)) {
      incoming.answer();
    } else {
      incoming.reject(486);
    }

    dialling.expectStatus(Integer.parseInt(status));
    assertThat(bert.trace().entries())
        .filteredOn(entry -> entry.sent() && entry.text().startsWith("SIP/2.0 " + status))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 0})
  void talksInTheCodecBothKnow(int codec) {
    phones("udp");
    bert.codecs(codec);

    OutgoingCall dialling = anna.dial(bert.contactUri());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    called.media().sayTone(700);

    assertThat(caller.remoteSdp().audioType()).isEqualTo(codec);
    caller.media().awaitTone(700, Duration.ofMillis(300), PATIENCE);
  }

  @ParameterizedTest
  @ValueSource(ints = {300})
  void failsWithItsMessagesWhenNothingComes(int waitMs) {
    phones("udp");
    bert.patience(Duration.ofMillis(waitMs));
    anna.options(bert.contactUri());

    assertThatThrownBy(bert::expectCall)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("OPTIONS sip:bert@");
  }
}
