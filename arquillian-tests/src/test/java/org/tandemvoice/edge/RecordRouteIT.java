package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.SipMessage;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.peer.sip.UdpTransport;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Requests within dialogs take the way that was recorded (RFC 3261 section 12.2.1.1). */
@PlatformTest
class RecordRouteIT {

  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final List<SipRequest> passed = new CopyOnWriteArrayList<>();

  private Office office;
  private SoftPhone router;
  private String hop;

  @BeforeEach
  void open() {
    office = Office.open();
    UdpTransport transport = new UdpTransport();
    hop = "sip:" + transport.sentBy();
    router = SoftPhone.direct("router", transport);
    router.endpoint().loseIncoming(this::note, Integer.MAX_VALUE);
  }

  @AfterEach
  void close() {
    router.close();
    office.close();
  }

  /** Looks at what the router gets, which loses nothing. */
  private boolean note(SipMessage message) {
    if (message instanceof SipRequest request) {
      passed.add(request);
    }
    return false;
  }

  private SipRequest awaited(String method) {
    Platform.await(
        method + " at the router",
        PATIENCE,
        () -> passed.stream().anyMatch(request -> request.method().equals(method)));
    return passed.stream().filter(request -> request.method().equals(method)).findFirst().get();
  }

  private void answeredBehindTheRouter(String route) {
    SoftPhone phone = office.registered();
    office
        .api()
        .call(
            phone.account().user(),
            action("answer"),
            action("sleep", Json.createObjectBuilder().add("duration", 500).build()));
    IncomingCall offered = phone.expectCall();
    offered.with("Record-Route", "<" + route + ">").answerAtOnce();
  }

  @Test
  void looseRouterGetsTheTargetInTheRequestUri() {
    answeredBehindTheRouter(hop + ";lr");

    for (String method : List.of("ACK", "BYE")) {
      SipRequest request = awaited(method);
      assertThat(request.headers().all("Route")).containsExactly("<" + hop + ";lr>");
      assertThat(request.uri()).doesNotContain(hop);
    }
  }
}
