package org.tandemvoice.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.office.Voices.ANNA;
import static org.tandemvoice.office.Voices.BERT;
import static org.tandemvoice.office.Voices.CARL;
import static org.tandemvoice.office.Voices.assertHears;
import static org.tandemvoice.office.Voices.assertHearsRinging;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.peer.process.BaresipPhone;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.Dialog;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Transfers that phones ask for: REFER (RFC 3515) and Replaces (RFC 3891). */
@PlatformTest
class ReferIT {

  @TempDir private Path folder;

  @AutoClose private final Trio trio = new Trio();

  @Test
  void handsOverBlindlyAndTellsWhatComesOfIt() {
    assertThat(trio.bert.refer(carl()).status()).isEqualTo(202);
    trio.bert.awaitNotification("SIP/2.0 100");
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    trio.bert.awaitNotification("SIP/2.0 180");
    assertHearsRinging(trio.anna);

    Call carl = ringing.answer();
    carl.media().sayTone(CARL);

    trio.bert.awaitNotification("SIP/2.0 200");
    trio.bert.awaitEnd();
    assertHears(trio.anna, CARL);
    assertHears(carl, ANNA);
    trio.anna.hangUp();
    carl.awaitEnd();
  }

  @Test
  void givesTheConversationBackWhenTheTargetIsBusy() {
    assertThat(trio.bert.refer(carl()).status()).isEqualTo(202);

    trio.carlsPhone.expectCall().ring().reject(486);

    trio.bert.awaitNotification("SIP/2.0 486");
    assertHears(trio.anna, BERT);
    assertHears(trio.bert, ANNA);
    assertThat(trio.bert.ended()).isFalse();
  }

  @Test
  void goesOnWithoutThePhoneThatHasHungUpMeanwhile() {
    assertThat(trio.anna.refer(carl()).status()).isEqualTo(202);
    IncomingCall ringing = trio.carlsPhone.expectCall().ring();
    trio.anna.hangUp();

    Call carl = ringing.answer();
    carl.media().sayTone(CARL);

    assertHears(trio.bert, CARL);
    assertHears(carl, BERT);
  }

  @Test
  void joinsThePartiesOfBothCallsOfAPhone() {
    OutgoingCall second = trio.bertsPhone.dial(trio.carlsPhone.account().addressOfRecord());
    Call carl = trio.carlsPhone.expectCall().ring().answer();
    Call consultation = second.expectAnswer();
    carl.media().sayTone(CARL);
    consultation.media().sayTone(BERT);
    assertHears(carl, BERT);
    assertHears(consultation, CARL);

    assertThat(trio.bert.refer(carl() + "?Replaces=" + replaces(consultation)).status())
        .isEqualTo(202);

    trio.bert.awaitNotification("SIP/2.0 200");
    trio.assertAllEnd(trio.bert, consultation);
    assertHears(trio.anna, CARL);
    assertHears(carl, ANNA);
    carl.hangUp();
    trio.anna.awaitEnd();
  }

  @Test
  void letsANewCallTakeThePlaceOfAnother() {
    SoftPhone doras = trio.office.registered();
    Dialog berts = trio.bert.dialog();
    OutgoingCall taking =
        doras.dial(
            trio.bertsPhone.account().addressOfRecord(),
            invite -> invite.header("Require", "replaces").header("Replaces", named(berts)));

    Call dora = taking.expectAnswer();
    dora.media().sayTone(CARL);

    trio.bert.awaitEnd();
    assertHears(trio.anna, CARL);
    assertHears(dora, ANNA);
    dora.hangUp();
    trio.anna.awaitEnd();
    doras
        .dial(
            trio.bertsPhone.account().addressOfRecord(),
            invite -> invite.header("Replaces", "nobody;to-tag=1;from-tag=2"))
        .expectStatus(481);
    // RFC 3891 section 3: that dialog has ended
    doras
        .dial(
            trio.bertsPhone.account().addressOfRecord(),
            invite -> invite.header("Replaces", named(berts)))
        .expectStatus(603);
  }

  private static String named(Dialog dialog) {
    return dialog.callId() + ";to-tag=" + dialog.remoteTag() + ";from-tag=" + dialog.localTag();
  }

  @Test
  void refusesWhatLeadsNowhere() {
    assertThat(trio.bert.refer("http://example.com").status()).isEqualTo(416);
    assertThat(trio.bert.send(trio.bert.dialog().request("REFER")).status()).isEqualTo(400);
    assertThat(trio.bert.refer("sip:nosuchphone@" + trio.office.domain()).status()).isEqualTo(400);
    assertThat(trio.bert.refer(carl() + "?Replaces=x%3Bto-tag%3D1%3Bfrom-tag%3D2").status())
        .isEqualTo(481);
    assertThat(trio.bertsPhone.exchangeAuthenticated(outside()).status()).isIn(405, 481);
    assertHears(trio.anna, BERT);
  }

  private SipRequest outside() {
    return trio.bertsPhone.request("REFER", carl()).header("Refer-To", "<" + carl() + ">");
  }

  @Test
  void takesTheReferOfARealPhone() {
    RealPeers.require("baresip");
    Account account = trio.office.extension();
    try (BaresipPhone phone =
        BaresipPhone.start(folder, trio.office.platform().sip(), account, CARL)) {
      phone.awaitRegistered();
      phone.dial(trio.annasPhone.account().addressOfRecord());
      trio.anna.hangUp();
      Call anna = trio.annasPhone.expectCall().answer();
      anna.media().sayTone(ANNA);
      phone.awaitAnswer();
      assertHears(anna, CARL);

      phone.transfer(carl());

      Call carl = trio.carlsPhone.expectCall(Duration.ofSeconds(8)).answer();
      carl.media().sayTone(BERT);
      phone.awaitEnd();
      assertHears(anna, BERT);
      assertHears(carl, ANNA);
    }
  }

  private String carl() {
    return trio.carlsPhone.account().addressOfRecord();
  }

  /** As the phone of that call names its dialog, for use in a URI. */
  private static String replaces(Call call) {
    Dialog dialog = call.dialog();
    return (dialog.callId() + ";to-tag=" + dialog.remoteTag() + ";from-tag=" + dialog.localTag())
        .replace("@", "%40")
        .replace(";", "%3B")
        .replace("=", "%3D");
  }
}
