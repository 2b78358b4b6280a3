package org.tandemvoice.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.rtp.PacketLog;
import org.tandemvoice.peer.rtp.RtpPacket;
import org.tandemvoice.peer.rtp.RtpPeer;
import org.tandemvoice.peer.rtp.SoundSource;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** The packets of bridged phones one by one: their length, the clock of keys, and their bytes. */
@PlatformTest
class PacketsIT {

  private static final int PCMU = 0;
  private static final int BYTES_PER_MS = 8;
  private static final Duration SPOKEN = Duration.ofSeconds(1);
  private static final Duration HEARD = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration KEY = Duration.ofMillis(200);

  @AutoClose private final Office office = Office.open();

  /** RFC 8866 section 6.4: each side says in {@code a=ptime} what it likes to get. */
  @ParameterizedTest(name = "{0} and {1} ms")
  @CsvSource({"10, 40", "40, 60", "60, 10"})
  void areAsLongAsEachPhoneLikesThem(int callersMs, int calledsMs) {
    SoftPhone bert = office.registered().codecs(PCMU).packets(calledsMs);
    OutgoingCall dialling =
        office.registered().codecs(PCMU).packets(callersMs).dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    PacketLog toCaller = caller.media().keepPackets();
    PacketLog toCalled = called.media().keepPackets();
    caller.media().sayTone(440);
    called.media().sayTone(1000);

    called.media().awaitTone(440, SPOKEN, PATIENCE);
    caller.media().awaitTone(1000, SPOKEN, PATIENCE);

    assertLength(toCaller.heardAs(PCMU), callersMs);
    assertLength(toCalled.heardAs(PCMU), calledsMs);
    called.media().awaitCleanTone(440, 25, SPOKEN, PATIENCE);
    caller.media().awaitCleanTone(1000, 25, SPOKEN, PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  /** Whatever is in the packets follows without a gap, by bytes and by time. */
  private static void assertLength(List<RtpPacket> packets, int ms) {
    assertThat(packets).hasSizeGreaterThan((int) SPOKEN.toMillis() / ms);
    for (int i = 1; i < packets.size(); i++) {
      RtpPacket before = packets.get(i - 1);
      RtpPacket packet = packets.get(i);
      assertThat(packet.payload()).hasSize(ms * BYTES_PER_MS);
      assertThat(packet.timestamp() - before.timestamp() & 0xFFFFFFFFL)
          .isEqualTo(BYTES_PER_MS * ms * (packet.sequence() - before.sequence() & 0xFFFF));
    }
  }

  /** RFC 4733 section 2.1: keys are told by the clock of the audio they are pressed into. */
  @ParameterizedTest(name = "{0} to {3}")
  @CsvSource({"111, 110, 48000, 0, 101, 8000", "9, 101, 8000, 111, 110, 48000"})
  void countKeysByTheClockOfTheirAudio(
      int callers, int callersKeys, int callersHz, int calleds, int calledsKeys, int calledsHz) {
    SoftPhone bert = office.registered().codecs(calleds);
    OutgoingCall dialling =
        office.registered().codecs(callers).dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    PacketLog toCaller = caller.media().keepPackets();
    PacketLog toCalled = called.media().keepPackets();
    caller.media().sayTone(440);
    called.media().sayTone(1000);
    called.media().awaitTone(440, HEARD, PATIENCE);
    caller.media().awaitTone(1000, HEARD, PATIENCE);

    caller.media().sendDigits("5", KEY);
    called.media().sendDigits("7", KEY);

    assertThat(caller.remoteSdp().encodings())
        .containsEntry(callersKeys, "TELEPHONE-EVENT/" + callersHz);
    assertKey(called.media(), '5', toCalled, calleds, calledsKeys, calledsHz);
    assertKey(caller.media(), '7', toCaller, callers, callersKeys, callersHz);
    caller.hangUp();
    called.awaitEnd();
  }

  private static void assertKey(
      RtpPeer phone, char key, PacketLog packets, int audio, int keys, int clockHz) {
    boolean isThere =
        Waiting.until(
            () -> phone.digitEvents().stream().anyMatch(digit -> digit.ended()), PATIENCE);
    assertThat(isThere).as("key %s at a clock of %d", key, clockHz).isTrue();
    assertThat(phone.digits()).isEqualTo(String.valueOf(key));
    // By another clock it would be six times as long or a sixth of it.
    assertThat(phone.digitEvents().get(0).length())
        .isBetween(KEY.dividedBy(2), KEY.multipliedBy(3));
    RtpPacket press = packets.heardAs(keys).get(0);
    RtpPacket before =
        packets.heardAs(audio).stream()
            .filter(packet -> (press.sequence() - packet.sequence() & 0xFFFF) == 1)
            .findFirst()
            .orElseThrow();
    assertThat((press.timestamp() - before.timestamp() & 0xFFFFFFFFL) / (double) clockHz)
        .as("seconds from the sound to the key")
        .isCloseTo(0.02, within(0.001));
  }

  /**
   * Between phones of one codec nothing is decoded and coded again: the loss of that would show in
   * each byte, except of G.711, whose codes survive it.
   */
  @ParameterizedTest(name = "payload type {0}")
  @ValueSource(ints = {0, 8, 9, 18, 111})
  void areHandedOnByteByByteBetweenPhonesOfOneCodec(int payloadType) {
    SoftPhone bert = office.registered().codecs(payloadType);
    OutgoingCall dialling =
        office.registered().codecs(payloadType).dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();
    PacketLog ofCaller = caller.media().keepPackets();
    PacketLog ofCalled = called.media().keepPackets();
    caller.media().say(SoundSource.noise(1));
    called.media().say(SoundSource.noise(2));

    Waiting.until(
        () ->
            ofCalled.longestUnchangedFrom(ofCaller) >= 50
                && ofCaller.longestUnchangedFrom(ofCalled) >= 50,
        PATIENCE);

    assertThat(ofCalled.longestUnchangedFrom(ofCaller)).isGreaterThanOrEqualTo(50);
    assertThat(ofCaller.longestUnchangedFrom(ofCalled)).isGreaterThanOrEqualTo(50);
    caller.hangUp();
    called.awaitEnd();
  }
}
