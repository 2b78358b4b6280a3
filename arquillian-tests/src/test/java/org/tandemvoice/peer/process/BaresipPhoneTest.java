package org.tandemvoice.peer.process;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.peer.audio.AudioAssertions;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.SipUri;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.UdpTransport;

class BaresipPhoneTest {

  @Test
  void callsOurPhoneAndIsUnderstood(@TempDir Path folder) {
    RealPeers.require("baresip");
    try (SoftPhone phone = SoftPhone.direct("anna", new UdpTransport())) {
      SipUri contact = SipUri.parse(phone.contactUri());
      InetSocketAddress server = new InetSocketAddress(contact.host(), contact.port());
      Account account = new Account("bare", "secret", "127.0.0.1");
      try (BaresipPhone baresip = BaresipPhone.start(folder, server, account, 600)) {
        baresip.dial(phone.contactUri());
        Call call = phone.expectCall().ring().answer();
        baresip.awaitAnswer();
        call.media().sayTone(1000);

        call.media().awaitTone(600, Duration.ofMillis(500), Duration.ofSeconds(5));
        baresip.sendDigit('5');
        call.media().awaitDigits("5", Duration.ofSeconds(5));
        baresip.hangUp();
        call.awaitEnd();
        AudioAssertions.assertThat(baresip.heard()).hearsTone(1000).hearsNoTone(600);
      }
    }
  }
}
