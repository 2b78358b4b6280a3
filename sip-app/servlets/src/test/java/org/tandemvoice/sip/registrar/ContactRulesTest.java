package org.tandemvoice.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.extension.entity.RegisteredContact;
import org.tandemvoice.sip.container.SipFlow;
import org.tandemvoice.sip.status.RefusedException;

class ContactRulesTest {

  private static final ExpiresRules EXPIRES = new ExpiresRules(60, 3600, 7200);
  private static final SipFlow UDP = new SipFlow("udp", "192.0.2.7", 5060);
  private static final SipFlow TCP = new SipFlow("tcp", "192.0.2.7", 49152);

  private static ContactValue contact(String uri) {
    return new ContactValue(uri, Optional.empty(), Optional.empty());
  }

  private static List<RegisteredContact> accept(ContactRules rules, String... uris) {
    return rules.accept(
        Stream.of(uris).map(ContactRulesTest::contact).toList(), Optional.of("600"));
  }

  private static String flow(SipFlow source, String... uris) {
    return accept(new ContactRules(EXPIRES, source, false), uris).get(0).flow();
  }

  @Test
  void takesTimeAndPreferenceOver() {
    List<RegisteredContact> accepted =
        new ContactRules(EXPIRES, UDP, false)
            .accept(
                List.of(
                    new ContactValue(
                        "sip:1001@192.0.2.7:5060", Optional.of("0"), Optional.of("0.5"))),
                Optional.of("600"));

    assertThat(accepted)
        .singleElement()
        .satisfies(
            contact -> {
              assertThat(contact.uri()).isEqualTo("sip:1001@192.0.2.7:5060");
              assertThat(contact.isRemoval()).isTrue();
              assertThat(contact.qThousandths()).isEqualTo(500);
            });
    assertThat(accept(new ContactRules(EXPIRES, UDP, false), "sip:a@192.0.2.7"))
        .extracting(RegisteredContact::expires)
        .containsExactly(Duration.ofSeconds(600));
  }

  @ParameterizedTest
  @CsvSource({"0.123, 123", "1, 1000", "1.000, 1000", "0, 0", "2, 1000", "x, 1000"})
  void readsPreferences(String q, int thousandths) {
    ContactValue value = new ContactValue("sip:1001@192.0.2.7", Optional.empty(), Optional.of(q));

    assertThat(
            new ContactRules(EXPIRES, UDP, false)
                .accept(List.of(value), Optional.empty())
                .get(0)
                .qThousandths())
        .isEqualTo(thousandths);
  }

  @Test
  void contactAtItsSourceNeedsNoFlow() {
    assertThat(flow(UDP, "sip:1001@192.0.2.7:5060")).isEmpty();
  }

  @Test
  void contactBehindNatIsReachedBySource() {
    assertThat(flow(UDP, "sip:1001@10.0.0.5:5060")).isEqualTo("sip:192.0.2.7:5060;transport=udp");
  }

  @Test
  void contactAtAnotherPortOfItsSourceIsBelieved() {
    assertThat(flow(UDP, "sip:1001@192.0.2.7:5070")).isEmpty();
  }

  @Test
  void senderForSeveralContactsIsBelieved() {
    assertThat(flow(TCP, "sip:1001@192.0.2.7:5070", "sip:1001@192.0.2.7:5072")).isEmpty();
  }

  @Test
  void connectionIsUsedAgain() {
    assertThat(flow(TCP, "sip:1001@192.0.2.7:5060;transport=tcp"))
        .isEqualTo("sip:192.0.2.7:49152;transport=tcp");
    assertThat(flow(new SipFlow("ws", "192.0.2.7", 49153), "sip:x@abc.invalid;transport=ws"))
        .isEqualTo("sip:192.0.2.7:49153;transport=ws");
  }

  @Test
  void contactBehindAProxyIsReachedByPath() {
    assertThat(accept(new ContactRules(EXPIRES, UDP, true), "sip:1001@10.0.0.5"))
        .extracting(RegisteredContact::flow)
        .containsExactly("");
  }

  @Test
  void equalContactsAreOne() {
    assertThat(
            accept(
                new ContactRules(EXPIRES, UDP, false),
                "sip:1001@192.0.2.7",
                "sip:1001@192.0.2.7;x=y"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"tel:+15551234567", "mailto:a@b", "sip:"})
  void refusesWhatCannotBeCalled(String uri) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> accept(new ContactRules(EXPIRES, UDP, false), uri))
        .satisfies(refused -> assertThat(refused.refusal().status()).isEqualTo(400));
  }
}
