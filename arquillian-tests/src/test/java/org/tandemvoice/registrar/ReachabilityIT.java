package org.tandemvoice.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Account;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.TcpTransport;
import org.tandemvoice.peer.sip.UdpTransport;
import org.tandemvoice.platform.PlatformTest;

/** Whether a phone is found where it really is, whatever its Contact says. */
@PlatformTest
class ReachabilityIT {

  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final Office office = Office.open();

  @Test
  void reachesAPhoneBehindNatAtItsSourceAddress() {
    SoftPhone phone = office.phone();
    SipRequest register = phone.registration().request(HOUR);
    register.header("Contact", "<sip:" + phone.account().user() + "@10.9.8.7:5060>");
    assertThat(phone.registration().send(register).status()).isEqualTo(200);

    callAndTalk(phone);
  }

  @Test
  void reachesATcpPhoneByTheConnectionItOpened() {
    TcpTransport transport = new TcpTransport();
    SoftPhone phone = office.phone(office.extension(), transport);
    transport.stopListening();

    phone.register();

    callAndTalk(phone);
  }

  @Test
  void reachesABrowserByItsWebSocket() {
    callAndTalk(office.phone(office.extension(), "WS").register());
  }

  @Test
  void goesThroughTheProxyOfPath() {
    Account account = office.extension();
    SoftPhone proxy = office.phone(account, new UdpTransport());
    SoftPhone phone = office.phone(account);
    String path = "<" + proxy.contactUri() + ";lr>";
    SipRequest register = phone.registration().request(HOUR);
    register.header("Path", path).header("Supported", "path");

    assertThat(phone.registration().send(register).header("Path")).contains(proxy.contactUri());
    OutgoingCall dialling = office.registered().dial(account.addressOfRecord());
    IncomingCall seenByProxy = proxy.expectCall();

    assertThat(seenByProxy.invite().uri()).contains(phone.contactUri());
    assertThat(seenByProxy.invite().header("Route")).contains(proxy.contactUri());
    seenByProxy.reject(486);
    dialling.expectStatus(486);
  }

  @Test
  void refusesPathFromAPhoneThatDoesNotKnowIt() {
    SoftPhone phone = office.phone();
    SipRequest register = phone.registration().request(HOUR);
    register.header("Path", "<sip:127.0.0.1:9;lr>");

    assertThat(phone.registration().send(register).status()).isEqualTo(420);
  }

  private void callAndTalk(SoftPhone called) {
    SoftPhone caller = office.registered();

    OutgoingCall dialling = caller.dial(called.account().addressOfRecord());
    Call answered = called.expectCall().ring().answer();
    Call calling = dialling.expectAnswer();
    answered.media().sayTone(700);

    calling.media().awaitTone(700, Duration.ofMillis(300), Duration.ofSeconds(5));
    calling.hangUp();
    answered.awaitEnd();
  }
}
