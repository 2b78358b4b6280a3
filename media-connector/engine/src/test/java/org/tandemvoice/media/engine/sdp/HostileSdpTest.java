package org.tandemvoice.media.engine.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandemvoice.media.MediaException;

/**
 * Whatever a stranger writes gets an answer or {@code NOT_ACCEPTABLE}, never another exception, and
 * soon.
 */
class HostileSdpTest {

  private static final String GOOD =
      "v=0\r\n"
          + "o=- 1 1 IN IP4 192.0.2.9\r\n"
          + "s=-\r\n"
          + "c=IN IP4 192.0.2.9\r\n"
          + "t=0 0\r\n"
          + "m=audio 4000 RTP/AVP 0 8 101\r\n"
          + "a=rtpmap:0 PCMU/8000\r\n"
          + "a=rtpmap:101 telephone-event/8000\r\n"
          + "a=fmtp:101 0-15\r\n"
          + "a=ptime:20\r\n"
          + "a=rtcp:4001\r\n"
          + "a=rtcp-mux\r\n"
          + "a=sendrecv\r\n";

  private LocalEndpoint local;

  @BeforeEach
  void start() throws Exception {
    local = new LocalEndpoint(InetAddress.getByName("198.51.100.7"), 20_000, a -> true);
  }

  static Stream<String> corpus() {
    String head = "v=0\r\nc=IN IP4 192.0.2.9\r\n";
    return Stream.of(
        "",
        "   \r\n ",
        "\0\0\0",
        "hello",
        "v=1\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0",
        "v=0\r\n",
        "m=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nm=audio 4000 RTP/AVP 0\r\n",
        head + "m=",
        head + "m=audio",
        head + "m=audio 4000",
        head + "m=audio 4000 RTP/AVP",
        head + "m=audio -1 RTP/AVP 0\r\n",
        head + "m=audio 65536 RTP/AVP 0\r\n",
        head + "m=audio 99999999999999999999 RTP/AVP 0\r\n",
        head + "m=audio 0x10 RTP/AVP 0\r\n",
        head + "m=audio 4000/ RTP/AVP 128\r\n",
        head + "m=audio 4000 RTP/AVP \u0660\r\n",
        head + "m=audio 4000 RTP/AVP -0\r\n",
        head + "m=audio 4000 TCP/MSRP 0\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\na=rtcp:70000\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\na=rtcp:\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\na=rtcp:5 IN IP4\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\nbroken line\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\n=\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\nc=IN IP4 224.2.1.1/127\r\n",
        "v=0\r\nc=\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nc=IN\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP5 1\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP6 ::::\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nc=IN IP6 1:2:3:4:5:6:7:8:9\r\nm=audio 4000 RTP/AVP 0\r\n",
        "v=0\r\nc=ATM NSAP 47\r\nm=audio 4000 RTP/AVP 0\r\n",
        head + "m=audio 4000 RTP/AVP 0\r\n".repeat(33),
        head + "m=audio 4000 RTP/AVP 4" + " 3".repeat(20_000),
        GOOD + "a=x\r\n".repeat(3_000),
        GOOD + "a=" + "x".repeat(70_000));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void isRefused(String sdp) {
    Assertions.assertTimeout(
        Duration.ofSeconds(1),
        () -> {
          assertThat(SdpNegotiator.canAnswer(sdp, local)).isFalse();
          assertThatThrownBy(() -> new SdpNegotiator(local, 1).answer(sdp))
              .isInstanceOfSatisfying(
                  MediaException.class,
                  e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.NOT_ACCEPTABLE));
        });
  }

  @Test
  void nothingIsRefused() {
    assertThat(SdpNegotiator.canAnswer(null, local)).isFalse();
  }

  @Test
  void addressesThatLookAlmostRightAreNeverLookedUp() {
    for (String host :
        new String[] {"1.2.3.999", "256.1.1.1", "1.2.3", "1.2.3.4.5", "0x7f.1", "a", "-", "%00"}) {
      Assertions.assertTimeout(
          Duration.ofSeconds(1),
          () ->
              SdpNegotiator.canAnswer(
                  "v=0\r\nc=IN IP4 " + host + "\r\nm=audio 4000 RTP/AVP 0\r\n", local));
    }
  }

  @Test
  void anyChangeOfAGoodOneIsAnsweredOrRefused() {
    Random random = new Random(42);
    int answered = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sdp = new StringBuilder(GOOD);
      for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
        edit(sdp, random);
      }
      SdpNegotiator negotiator = new SdpNegotiator(local, 1);
      try {
        negotiator.answer(sdp.toString());
        answered++;
      } catch (MediaException e) {
        assertThat(e.reason()).isEqualTo(MediaException.Reason.NOT_ACCEPTABLE);
      }
      negotiator.offer();
      try {
        negotiator.accept(sdp.toString());
      } catch (MediaException e) {
        assertThat(e.reason()).isEqualTo(MediaException.Reason.NOT_ACCEPTABLE);
      }
    }
    assertThat(answered).isBetween(2_000, 19_000);
  }

  private static void edit(StringBuilder sdp, Random random) {
    int at = random.nextInt(sdp.length());
    switch (random.nextInt(4)) {
      case 0 -> sdp.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
      case 1 -> sdp.deleteCharAt(at);
      case 2 -> sdp.insert(at, "9".repeat(random.nextInt(12)));
      default -> sdp.delete(at, Math.min(sdp.length(), at + random.nextInt(30)));
    }
  }
}
