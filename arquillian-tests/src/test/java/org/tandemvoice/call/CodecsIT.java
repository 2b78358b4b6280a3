package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.Sound;
import org.tandemvoice.peer.rtp.Sdp;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Phones of one codec each call a phone that speaks G.711 only. */
@PlatformTest
class CodecsIT {

  private static final int PCMU = 0;
  private static final Duration SPOKEN = Duration.ofSeconds(2);
  private static final Duration FRAME = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  @AutoClose private final Office office = Office.open();

  @ParameterizedTest(name = "{0} to G.711")
  @CsvSource({"G722/8000, 9, 25", "G729/8000, 18, 8", "OPUS/48000/2, 111, 20", "PCMA/8000, 8, 25"})
  void isHeardBothWays(String encoding, int payloadType, double leastDb) {
    SoftPhone bert = office.registered().codecs(PCMU);
    OutgoingCall dialling =
        office.registered().codecs(payloadType).dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().ring().answer();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(440);
    called.media().sayTone(1000);

    called.media().awaitTone(440, SPOKEN, PATIENCE);
    caller.media().awaitTone(1000, SPOKEN, PATIENCE);

    assertThat(caller.remoteSdp().encodings().get(payloadType)).isEqualTo(encoding);
    called.media().awaitCleanTone(440, leastDb, SPOKEN, PATIENCE);
    caller.media().awaitCleanTone(1000, leastDb, SPOKEN, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  /**
   * Every tenth packet is lost, the same ones in each run. A pure tone is what Opus restores worst:
   * it is silent where packets in a row are lost, and out of step after some losses, by which the
   * engine's own test loses eight windows of a hundred at most.
   */
  @Test
  void opusStaysIntelligibleWhileATenthOfItIsLost() {
    SoftPhone bert = office.registered().codecs(PCMU);
    OutgoingCall dialling =
        office.registered().codecs(Sdp.OPUS).dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    caller.media().sayTone(440);
    called.media().awaitTone(440, Duration.ofMillis(500), PATIENCE);
    caller.media().lose(0.1);
    Duration before = called.media().heard().length();

    Waiting.until(
        () -> called.media().heard().length().minus(before).toSeconds() >= 5,
        Duration.ofSeconds(12));
    Sound heard = called.media().heard().from(before);

    Duration silent = heard.length().minus(heard.audible());
    assertThat(silent).isLessThanOrEqualTo(FRAME.multipliedBy(caller.media().lostInARow() + 3L));
    assertThat(heard.toneAboveNoiseDb(440)).isGreaterThan(8);
    assertThat(heard.toneHeard(440)).isGreaterThan(heard.length().multipliedBy(90).dividedBy(100));
    caller.hangUp();
    called.awaitEnd();
  }
}
