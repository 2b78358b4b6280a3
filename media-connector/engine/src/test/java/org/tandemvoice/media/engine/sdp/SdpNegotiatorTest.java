package org.tandemvoice.media.engine.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.media.MediaException;

class SdpNegotiatorTest {

  private static final String HEAD =
      "v=0\r\no=- 1 1 IN IP4 192.0.2.9\r\ns=-\r\nc=IN IP4 192.0.2.9\r\nt=0 0\r\n";

  private SdpNegotiator negotiator;

  @BeforeEach
  void start() throws Exception {
    negotiator = new SdpNegotiator(endpoint("198.51.100.7"), 1_000);
  }

  @Test
  void offersEveryCodecAndTelephoneEvent() {
    assertThat(negotiator.offer().split("\r\n"))
        .containsExactly(
            "v=0",
            "o=- 1000 1001 IN IP4 198.51.100.7",
            "s=-",
            "c=IN IP4 198.51.100.7",
            "t=0 0",
            "m=audio 20000 RTP/AVP 111 9 0 8 18 101 110",
            "a=rtpmap:111 opus/48000/2",
            "a=fmtp:111 minptime=10;useinbandfec=1",
            "a=rtpmap:9 G722/8000",
            "a=rtpmap:0 PCMU/8000",
            "a=rtpmap:8 PCMA/8000",
            "a=rtpmap:18 G729/8000",
            "a=fmtp:18 annexb=no",
            "a=rtpmap:101 telephone-event/8000",
            "a=fmtp:101 0-15",
            "a=rtpmap:110 telephone-event/48000",
            "a=fmtp:110 0-15",
            "a=ptime:20",
            "a=sendrecv");
  }

  @Test
  void offersTheSameUntilAnsweredAndThenANewVersion() {
    String first = negotiator.offer();

    assertThat(negotiator.offer()).isEqualTo(first);
    negotiator.accept(HEAD + "m=audio 4000 RTP/AVP 0\r\n");

    assertThat(version(negotiator.offer())).isEqualTo(version(first) + 1);
  }

  @Test
  void answersWithTheCodecsInTheOfferersOrder() {
    SdpNegotiator.Answer answer =
        negotiator.answer(
            HEAD + "m=audio 4000 RTP/AVP 3 8 4 0 96\r\na=rtpmap:96 telephone-event/8000\r\n");

    assertThat(answer.sdp())
        .contains("m=audio 20000 RTP/AVP 8 0 96\r\n")
        .contains("a=fmtp:96 0-15\r\n");
    assertThat(answer.media().codec().encodingName()).isEqualTo("PCMA");
    assertThat(answer.media().payloadType()).isEqualTo(8);
    assertThat(answer.media().eventPayloadType()).hasValue(96);
    assertThat(answer.media().transport().rtp()).contains(new InetSocketAddress("192.0.2.9", 4000));
    assertThat(answer.media().transport().rtcp())
        .contains(new InetSocketAddress("192.0.2.9", 4001));
  }

  @Test
  void takesADynamicNumberForAKnownCodec() {
    NegotiatedMedia media =
        negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 97\r\na=rtpmap:97 pcmu/8000/1\r\n").media();

    assertThat(media.codec().encodingName()).isEqualTo("PCMU");
    assertThat(media.payloadType()).isEqualTo(97);
    assertThat(media.eventPayloadType()).isEmpty();
  }

  @Test
  void takesEventsByTheClockOfTheAudio() {
    NegotiatedMedia media =
        negotiator
            .answer(
                HEAD
                    + "m=audio 4000 RTP/AVP 96 0 101 102\r\na=rtpmap:96 opus/48000/2\r\n"
                    + "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:102 telephone-event/48000\r\n")
            .media();

    assertThat(media.codec().encodingName()).isEqualTo("opus");
    assertThat(media.eventPayloadType()).hasValue(102);
    assertThat(media.events().clockRateHz()).isEqualTo(48_000);
    assertThat(media.receivableEvents()).containsExactly(101, 102);
  }

  @Test
  void takesEventsOfAnotherClockRatherThanNone() {
    NegotiatedMedia media =
        negotiator
            .answer(
                HEAD
                    + "m=audio 4000 RTP/AVP 96 101\r\na=rtpmap:96 opus/48000/2\r\n"
                    + "a=rtpmap:101 telephone-event/8000\r\n")
            .media();

    assertThat(media.eventPayloadType()).hasValue(101);
    assertThat(media.events().clockRateHz()).isEqualTo(8_000);
  }

  @Test
  void answersWithTheParametersOfACodec() {
    String answer =
        negotiator
            .answer(HEAD + "m=audio 4000 RTP/AVP 18 98\r\na=rtpmap:98 opus/48000/2\r\n")
            .sdp();

    assertThat(answer)
        .contains("m=audio 20000 RTP/AVP 18 98\r\n", "a=fmtp:18 annexb=no\r\n")
        .contains("a=rtpmap:98 opus/48000/2\r\n", "a=fmtp:98 minptime=10;useinbandfec=1\r\n");
  }

  @Test
  void believesAMappingMoreThanTheStaticNumber() {
    assertRefused(HEAD + "m=audio 4000 RTP/AVP 0\r\na=rtpmap:0 GSM/8000\r\n");
    assertRefused(HEAD + "m=audio 4000 RTP/AVP 0\r\na=rtpmap:0 PCMU/16000\r\n");
    assertRefused(HEAD + "m=audio 4000 RTP/AVP 0\r\na=rtpmap:0 PCMU/8000/2\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "sendrecv, sendrecv",
    "sendonly, recvonly",
    "recvonly, sendonly",
    "inactive, inactive"
  })
  void answersADirectionWithItsReverse(String offered, String answered) {
    assertThat(negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 0\r\na=" + offered + "\r\n").sdp())
        .endsWith("a=" + answered + "\r\n");
  }

  @Test
  void takesTheSessionsDirectionAndAddressWhereTheMediumHasNone() {
    String offer = "v=0\r\nc=IN IP4 192.0.2.1\r\na=sendonly\r\nm=audio 4000 RTP/AVP 0\r\n";

    assertThat(negotiator.answer(offer).sdp()).contains("a=recvonly");
    assertThat(
            negotiator
                .answer(offer + "c=IN IP4 192.0.2.2\r\na=sendrecv\r\n")
                .media()
                .transport()
                .rtp())
        .contains(new InetSocketAddress("192.0.2.2", 4000));
  }

  @Test
  void sendsNothingToTheNullAddress() {
    NegotiatedMedia media =
        negotiator.answer("v=0\r\nc=IN IP4 0.0.0.0\r\nm=audio 4000 RTP/AVP 0\r\n").media();

    assertThat(media.stream().direction()).isEqualTo(Direction.RECVONLY);
    assertThat(media.transport().rtp()).isEmpty();
  }

  @Test
  void refusesTheOtherMediaOfAnOfferByPortZero() {
    String answer =
        negotiator
            .answer(
                HEAD
                    + "m=video 5000 RTP/AVP 96\r\n"
                    + "m=audio 5002 RTP/SAVP 0\r\n"
                    + "m=audio 4000 RTP/AVP 0\r\n"
                    + "m=audio 4002 RTP/AVP 8\r\n"
                    + "m=application 9 UDP/BFCP *\r\n")
            .sdp();

    assertThat(answer.lines().filter(l -> l.startsWith("m=")))
        .containsExactly(
            "m=video 0 RTP/AVP 96",
            "m=audio 0 RTP/SAVP 0",
            "m=audio 20000 RTP/AVP 0",
            "m=audio 0 RTP/AVP 8",
            "m=application 0 UDP/BFCP *");
    assertThat(negotiator.offer().lines().filter(l -> l.startsWith("m="))).hasSize(5);
  }

  @Test
  void takesAStreamThatIsSwitchedOffOnlyAfterOneThatWasOn() {
    String off = HEAD + "m=audio 0 RTP/AVP 0\r\n";
    assertRefused(off);
    negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 0\r\n");

    SdpNegotiator.Answer answer = negotiator.answer(off);

    assertThat(answer.sdp()).contains("m=audio 0 RTP/AVP 0");
    assertThat(answer.media().stream().direction()).isEqualTo(Direction.INACTIVE);
    assertThat(answer.media().transport().rtp()).isEmpty();
  }

  @Test
  void raisesTheVersionWithEachAnswer() {
    String offer = HEAD + "m=audio 4000 RTP/AVP 0\r\n";

    assertThat(version(negotiator.answer(offer).sdp())).isEqualTo(1_001);
    assertThat(version(negotiator.answer(offer).sdp())).isEqualTo(1_002);
  }

  @Test
  void confirmsWhatItAnsweredWhenItIsOfferedAgain() {
    NegotiatedMedia agreed =
        negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 8 0\r\na=sendonly\r\n").media();

    assertThat(negotiator.confirm(HEAD + "m=audio 4000 RTP/AVP 8 0\r\na=sendonly\r\n"))
        .isEqualTo(agreed);
    NegotiatedMedia moved = negotiator.confirm(HEAD + "m=audio 5000 RTP/AVP 0\r\n");
    assertThat(moved.codec().encodingName()).isEqualTo("PCMU");
    assertThat(moved.transport().rtp()).contains(new InetSocketAddress("192.0.2.9", 5000));
    assertThatThrownBy(() -> negotiator.confirm(HEAD + "m=audio 0 RTP/AVP 0\r\n"))
        .isInstanceOf(MediaException.class);
  }

  @Test
  void confirmsWhatItOfferedWhenItIsOfferedAgain() {
    negotiator.offer();
    NegotiatedMedia agreed = negotiator.accept(HEAD + "m=audio 4000 RTP/AVP 0\r\n");

    assertThat(negotiator.confirm(HEAD + "m=audio 4000 RTP/AVP 0\r\n")).isEqualTo(agreed);
  }

  @Test
  void confirmsAStreamThatIsSwitchedOff() {
    negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 0\r\n");
    NegotiatedMedia off = negotiator.answer(HEAD + "m=audio 0 RTP/AVP 0\r\n").media();

    assertThat(negotiator.confirm(HEAD + "m=audio 0 RTP/AVP 0\r\n")).isEqualTo(off);
  }

  @Test
  void stateSurvivesAnOfferThatIsRefused() {
    negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 0\r\n");
    assertRefused(HEAD + "m=audio 4000 RTP/AVP 4\r\n");

    assertThat(version(negotiator.answer(HEAD + "m=audio 4000 RTP/AVP 0\r\n").sdp()))
        .isEqualTo(1_002);
  }

  @Test
  void readsWhereRtcpGoes() {
    String offer = HEAD + "m=audio 4000 RTP/AVP 0\r\n";

    assertThat(negotiator.answer(offer + "a=rtcp:5555\r\n").media().transport().rtcp())
        .contains(new InetSocketAddress("192.0.2.9", 5555));
    assertThat(
            negotiator
                .answer(offer + "a=rtcp:5555 IN IP4 192.0.2.77\r\n")
                .media()
                .transport()
                .rtcp())
        .contains(new InetSocketAddress("192.0.2.77", 5555));
    SdpNegotiator.Answer multiplexed = negotiator.answer(offer + "a=rtcp-mux\r\n");
    assertThat(multiplexed.media().transport().multiplexed()).isTrue();
    assertThat(multiplexed.sdp()).contains("a=rtcp-mux\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "ptime:20, 20",
    "ptime:30, 20",
    "ptime:40, 40",
    "ptime:60, 60",
    "ptime:200, 60",
    "ptime:10, 10",
    "ptime:x, 20",
    "maxptime:20, 20",
    "maxptime:10, 10"
  })
  void sendsPacketsAsLongAsTheOtherSideLikes(String attribute, int packetMs) {
    assertThat(
            negotiator
                .answer(HEAD + "m=audio 4000 RTP/AVP 0\r\na=" + attribute + "\r\n")
                .media()
                .stream()
                .packetMs())
        .isEqualTo(packetMs);
  }

  @Test
  void speaksIp6() throws Exception {
    SdpNegotiator ip6 = new SdpNegotiator(endpoint("2001:db8::7"), 1);

    SdpNegotiator.Answer answer =
        ip6.answer("v=0\r\nc=IN IP6 2001:db8::1\r\nm=audio 4000 RTP/AVP 0\r\n");

    assertThat(answer.sdp()).contains("c=IN IP6 2001:db8:0:0:0:0:0:7\r\n");
    assertThat(answer.media().transport().rtp())
        .contains(new InetSocketAddress("2001:db8::1", 4000));
  }

  @Test
  void refusesAnAddressItCannotReach() throws Exception {
    SdpNegotiator only4 =
        new SdpNegotiator(
            new LocalEndpoint(
                InetAddress.getByName("192.0.2.1"), 20_000, Inet4Address.class::isInstance),
            1);

    assertThatThrownBy(
            () -> only4.answer("v=0\r\nc=IN IP6 2001:db8::1\r\nm=audio 4000 RTP/AVP 0\r\n"))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("2001:db8");
  }

  @Test
  void looksUpNoHostName() {
    NegotiatedMedia media =
        negotiator.answer("v=0\r\nc=IN IP4 phone.invalid\r\nm=audio 4000 RTP/AVP 0\r\n").media();

    assertThat(media.transport().rtp()).isEmpty();
    assertThat(media.stream().direction()).isEqualTo(Direction.SENDRECV);
  }

  @Test
  void acceptsAnAnswerAndItsRepetition() {
    negotiator.offer();
    String answer =
        HEAD + "m=audio 4000 RTP/AVP 8 97\r\na=rtpmap:97 telephone-event/8000\r\na=sendonly\r\n";

    NegotiatedMedia media = negotiator.accept(answer);

    assertThat(media.codec().encodingName()).isEqualTo("PCMA");
    assertThat(media.eventPayloadType()).hasValue(97);
    assertThat(media.receivableEvents()).containsExactly(97, 101, 110);
    assertThat(media.stream().direction()).isEqualTo(Direction.RECVONLY);
    assertThat(negotiator.accept(answer)).isEqualTo(media);
  }

  @Test
  void refusesWhatDoesNotAnswerOurOffer() {
    assertNoAnswer(HEAD + "m=audio 4000 RTP/AVP 0\r\n");
    negotiator.offer();
    assertNoAnswer(HEAD + "m=audio 0 RTP/AVP 0\r\n");
    assertNoAnswer(HEAD + "m=audio 4000 RTP/AVP 4\r\n");
    assertNoAnswer(HEAD + "m=video 4000 RTP/AVP 0\r\n");
    assertNoAnswer(HEAD + "m=audio 4000 RTP/AVP 0\r\nm=audio 4002 RTP/AVP 0\r\n");

    assertThat(negotiator.accept(HEAD + "m=audio 4000 RTP/AVP 0\r\n").payloadType()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n\r\n"})
  void readsEveryLineEnd(String end) {
    String offer = (HEAD + "m=audio 4000 RTP/AVP 0\r\n").replace("\r\n", end);

    assertThat(negotiator.answer(offer).media().payloadType()).isZero();
  }

  private void assertRefused(String offer) {
    assertThatThrownBy(() -> negotiator.answer(offer))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.NOT_ACCEPTABLE));
  }

  private void assertNoAnswer(String answer) {
    assertThatThrownBy(() -> negotiator.accept(answer))
        .isInstanceOfSatisfying(
            MediaException.class,
            e -> assertThat(e.reason()).isEqualTo(MediaException.Reason.NOT_ACCEPTABLE));
  }

  private static long version(String sdp) {
    Matcher matcher = Pattern.compile("o=- \\d+ (\\d+) ").matcher(sdp);
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private static LocalEndpoint endpoint(String address) throws Exception {
    return new LocalEndpoint(InetAddress.getByName(address), 20_000, a -> true);
  }
}
