package org.tandemvoice.media.engine.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandemvoice.media.engine.rtp.BigEndian;
import org.tandemvoice.media.engine.rtp.RtpPacket;
import org.tandemvoice.media.engine.rtp.RtpStream;

class DigitReceiverTest {

  private static final long MS = 1_000_000;

  private final List<String> told = new ArrayList<>();
  private final DigitReceiver receiver =
      new DigitReceiver(
          new DigitListener() {
            @Override
            public void digitBegan(char digit) {
              told.add("began " + digit);
            }

            @Override
            public void digitEnded(char digit, int durationMs) {
              told.add("ended " + digit + " " + durationMs);
            }
          });
  private long now;

  @Test
  void tellsEveryDigitOnce() {
    for (int event = 0; event < 16; event++) {
      press(event, 1_000 + 10_000L * event, 5);
    }

    assertThat(told.stream().filter(t -> t.startsWith("ended")))
        .containsExactlyElementsOf(
            "0123456789*#ABCD".chars().mapToObj(c -> "ended " + (char) c + " 100").toList());
    assertThat(told).hasSize(32);
  }

  @Test
  void passesOverEventsThatAreNoKeys() {
    press(16, 1_000, 5);
    press(255, 9_000, 5);

    assertThat(told).isEmpty();
  }

  @Test
  void endsAPressWhoseEndWasLost() {
    packet(7, 1_000, 160, false);
    packet(7, 1_000, 320, false);
    receiver.tick(now + 200 * MS);
    assertThat(told).containsExactly("began 7");

    receiver.tick(now + 300 * MS);
    receiver.tick(now + 400 * MS);

    assertThat(told).containsExactly("began 7", "ended 7 40");
  }

  @Test
  void takesTheSameKeyTwiceForTwoPresses() {
    press(5, 1_000, 3);
    press(5, 3_000, 3);

    assertThat(told).containsExactly("began 5", "ended 5 60", "began 5", "ended 5 60");
  }

  @Test
  void nextKeyEndsTheOneWhoseEndWasLost() {
    packet(1, 1_000, 160, false);
    packet(2, 3_000, 160, true);

    assertThat(told).containsExactly("began 1", "ended 1 20", "began 2", "ended 2 20");
  }

  @Test
  void latePacketsOfAnEarlierKeyChangeNothing() {
    press(1, 1_000, 3);
    press(2, 5_000, 3);
    packet(1, 1_000, 480, true);

    assertThat(told).hasSize(4);
  }

  @Test
  void hearsAKeyOfWhichOnlyAnEndPacketCame() {
    packet(9, 1_000, 800, true);

    assertThat(told).containsExactly("began 9", "ended 9 100");
  }

  @Test
  void joinsTheSegmentsOfALongPress() {
    packet(3, 1_000, 0xFFFF, false);
    packet(3, 1_000 + 0xFFFF, 160, false);
    packet(3, 1_000 + 0xFFFF, 8_000, true);

    assertThat(told).containsExactly("began 3", "ended 3 " + (0xFFFF + 8_000) / 8);
  }

  @Test
  void ignoresAPayloadThatIsTooShort() {
    byte[] packet = new byte[RtpPacket.HEADER_BYTES + 3];
    packet[0] = (byte) 0x80;
    RtpPacket rtp = new RtpPacket();
    assertThat(rtp.wrap(packet, 0, packet.length)).isTrue();

    receiver.packet(rtp, 0);

    assertThat(told).isEmpty();
  }

  @Test
  void understandsWhatTheSenderSends() {
    DigitSender sender = new DigitSender();
    RtpStream stream = new RtpStream(new Random(3));
    RtpPacket rtp = new RtpPacket();
    byte[] packet = new byte[100];
    sender.begin('4');
    sender.end(90);
    sender.begin('#');
    sender.end(10);

    for (int frame = 0; frame < 40; frame++) {
      now += 20 * MS;
      if (sender.isActive()) {
        assertThat(rtp.wrap(packet, 0, sender.write(stream, 101, packet))).isTrue();
        receiver.packet(rtp, now);
      } else {
        sender.pass();
      }
      stream.advance(160);
    }

    assertThat(told).containsExactly("began 4", "ended 4 100", "began #", "ended # 60");
  }

  private void press(int event, long timestamp, int packets) {
    for (int i = 1; i <= packets; i++) {
      packet(event, timestamp, i * 160, i == packets);
    }
    packet(event, timestamp, packets * 160, true);
    packet(event, timestamp, packets * 160, true);
  }

  private void packet(int event, long timestamp, int duration, boolean end) {
    byte[] packet = new byte[RtpPacket.HEADER_BYTES + 4];
    packet[0] = (byte) 0x80;
    BigEndian.writeInt(packet, 4, (int) timestamp);
    TelephoneEvent.write(packet, RtpPacket.HEADER_BYTES, event, end, duration);
    RtpPacket rtp = new RtpPacket();
    assertThat(rtp.wrap(packet, 0, packet.length)).isTrue();
    now += 20 * MS;
    receiver.packet(rtp, now);
  }
}
