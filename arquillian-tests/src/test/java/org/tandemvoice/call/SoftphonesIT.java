package org.tandemvoice.call;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.process.BaresipPhone;
import org.tandemvoice.peer.process.LinphonePhone;
import org.tandemvoice.peer.process.RealPeers;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/** Foreign phones call through the platform: each hears the other and not itself. */
@PlatformTest
class SoftphonesIT {

  private static final Duration HEARD = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @AutoClose private final Office office = Office.open();
  private final InetSocketAddress server = office.platform().sip();

  @Test
  void twoBaresipsTalk() {
    RealPeers.require("baresip");
    Account anna = office.extension();
    Account bert = office.extension();
    try (BaresipPhone caller = BaresipPhone.start(folder.resolve("anna"), server, anna, 440);
        BaresipPhone called = BaresipPhone.start(folder.resolve("bert"), server, bert, 880)) {
      caller.awaitRegistered();
      called.awaitRegistered();

      caller.dial(bert.addressOfRecord());
      called.awaitRinging();
      called.accept();
      caller.awaitAnswer();
      Waiting.pass(HEARD.plusSeconds(1));
      caller.sendDigit('7');
      called.awaitDigit('7');
      caller.hangUp();
      called.awaitEnd();

      AudioAssertions.assertThat(caller.heard()).hearsTone(880, HEARD).hearsNoTone(440);
      AudioAssertions.assertThat(called.heard()).hearsTone(440, HEARD).hearsNoTone(880);
    }
  }

  @Test
  void linphoneCallsATestPhone() {
    RealPeers.require("linphonec");
    SoftPhone phone = office.registered();
    Account account = office.extension();
    try (LinphonePhone linphone = LinphonePhone.start(folder, server, account, 500)) {
      linphone.dial(phone.account().addressOfRecord());
      Call call = phone.expectCall().ring().answer();
      linphone.awaitAnswer();
      call.media().sayTone(900);

      call.media().awaitTone(500, HEARD, Duration.ofSeconds(8));
      linphone.sendDigit('3');
      call.media().awaitDigits("3", Duration.ofSeconds(5));
      linphone.hangUp();
      call.awaitEnd();
      AudioAssertions.assertThat(linphone.heard()).hearsTone(900, HEARD).hearsNoTone(500);
    }
  }
}
