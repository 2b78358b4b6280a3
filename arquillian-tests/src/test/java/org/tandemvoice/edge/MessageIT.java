package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** One phone writes to another. */
@PlatformTest
class MessageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @AutoClose private final Office office = Office.open();

  private static SipResponse write(SoftPhone from, String to, String text) {
    SipRequest message = from.request("MESSAGE", to);
    return from.exchangeAuthenticated(message.body("text/plain", text));
  }

  @Test
  void reachesEveryPhoneOfTheOtherExtension() {
    SoftPhone anna = office.registered();
    Account bert = office.extension();
    SoftPhone desk = office.phone(bert).register();
    SoftPhone mobile = office.phone(bert, "TCP").register();

    assertThat(write(anna, bert.addressOfRecord(), "Coffee?").status()).isEqualTo(200);

    for (SoftPhone phone : new SoftPhone[] {desk, mobile}) {
      assertThat(Waiting.until(() -> phone.messages().size() == 1, PATIENCE)).isTrue();
      SipRequest got = phone.messages().get(0);
      assertThat(got.text()).isEqualTo("Coffee?");
      assertThat(got.header("Content-Type")).startsWith("text/plain");
      assertThat(got.from().sipUri().user()).isEqualTo(anna.account().user());
      assertThat(got.header("Max-Forwards")).isEqualTo("69");
    }
  }

  @Test
  void asksWhoWrites() {
    SoftPhone stranger = office.phone();
    SipRequest message = stranger.request("MESSAGE", office.extension().addressOfRecord());

    SipResponse answer = stranger.exchange(message.body("text/plain", "Hello"));

    assertThat(answer.status()).isEqualTo(407);
  }

  @Test
  void saysThatNobodyIsThere() {
    SoftPhone anna = office.registered();

    assertThat(write(anna, office.extension().addressOfRecord(), "Hello").status()).isEqualTo(480);
    assertThat(write(anna, "sip:nobody@" + office.domain(), "Hello").status()).isEqualTo(404);
  }
}
