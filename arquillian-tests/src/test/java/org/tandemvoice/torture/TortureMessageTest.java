package org.tandemvoice.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TortureMessageTest {

  private static final List<TortureMessage> ALL = TortureMessage.all();

  @Test
  void hasEveryMessageOfBothRfcs() {
    assertThat(ALL).filteredOn(m -> m.section().startsWith("RFC 4475")).hasSize(49);
    assertThat(ALL).filteredOn(m -> m.section().startsWith("RFC 5118")).hasSize(12);
    assertThat(ALL)
        .allSatisfy(
            m ->
                assertThat(m.udp())
                    .isSubsetOf(
                        "accepted",
                        "drop",
                        "400",
                        "401",
                        "403",
                        "404",
                        "416",
                        "420",
                        "501",
                        "505"));
  }

  @Test
  void writesOctetsAsTheRfcMeansThem() {
    String wsinv = text("wsinv");
    String intmeth = text("intmeth");
    String longreq = text("longreq");

    assertThat(wsinv).contains("Content-Length   : 150\r\n").contains("\r\n  INVITE\r\n");
    assertThat(intmeth).contains("\"BEL:\\\u0007 NUL:\\\u0000 DEL:\\\u007f\"");
    assertThat(longreq).contains("really".repeat(20)).doesNotContain("<repeat");
    assertThat(text("trws")).startsWith("OPTIONS sip:remote-target@example.com SIP/2.0  \r\n");
    assertThat(ALL).noneMatch(m -> text(m.tag()).contains("<length>"));
  }

  @Test
  void marksWhatTellsMessagesApart() {
    assertThat(text("lwsdisp"))
        .contains("Call-ID: marklwsdisp.1234abcd")
        .contains("SIP/2.0/TCP funky.example.com;branch=z9hG4bKmarkkdjuw");
    assertThat(text("badbranch")).contains(";branch=z9hG4bK\r\n");
    assertThat(find("quotbal").answerPort()).isEqualTo(5050);
    assertThat(find("mult-ip-in-header").answerPort()).isEqualTo(6050);
    assertThat(find("ipv6-good").answerPort()).isEqualTo(5060);
  }

  private static String text(String tag) {
    return new String(find(tag).octets("TCP", "mark"), StandardCharsets.ISO_8859_1);
  }

  private static TortureMessage find(String tag) {
    return ALL.stream().filter(m -> m.tag().equals(tag)).findFirst().orElseThrow();
  }
}
