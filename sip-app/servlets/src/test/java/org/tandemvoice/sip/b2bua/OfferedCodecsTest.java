package org.tandemvoice.sip.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferedCodecsTest {

  private static final String OFFER =
      String.join(
          "\r\n",
          "v=0",
          "c=IN IP4 192.0.2.1",
          "m=audio 10000 RTP/AVP 96 9 0 8 18 101",
          "a=rtpmap:96 opus/48000/2",
          "a=fmtp:96 useinbandfec=1",
          "a=rtpmap:18 G729/8000",
          "a=fmtp:18 annexb=no",
          "a=rtpmap:101 telephone-event/8000",
          "a=fmtp:101 0-15",
          "a=sendrecv",
          "");

  @Test
  void leavesTheChosenOnesInTheirOrder() {
    String offer = OfferedCodecs.only(List.of("PCMA", "g729"), OFFER);

    assertThat(offer.lines())
        .containsExactly(
            "v=0",
            "c=IN IP4 192.0.2.1",
            "m=audio 10000 RTP/AVP 8 18 101",
            "a=rtpmap:18 G729/8000",
            "a=fmtp:18 annexb=no",
            "a=rtpmap:101 telephone-event/8000",
            "a=fmtp:101 0-15",
            "a=sendrecv");
  }

  @Test
  void offerStaysWholeIfNothingWouldBeLeft() {
    assertThat(OfferedCodecs.only(List.of("AMR"), OFFER)).isEqualTo(OFFER);
  }
}
