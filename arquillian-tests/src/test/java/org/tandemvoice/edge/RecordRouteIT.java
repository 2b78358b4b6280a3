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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipMessage;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SipResponse;
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

  /** The contact of a called phone behind it. */
  private String answeredBehindTheRouter(String route) {
    SoftPhone phone = office.registered();
    office
        .api()
        .call(
            phone.account().user(),
            action("answer"),
            action("sleep", Json.createObjectBuilder().add("duration", 500).build()));
    IncomingCall offered = phone.expectCall();
    offered.with("Record-Route", "<" + route + ">").answerAtOnce();
    return phone.contactUri();
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

  @Test
  void strictRouterGetsItselfInTheRequestUriAndTheTargetAsLastRoute() {
    String contact = answeredBehindTheRouter(hop);

    for (String method : List.of("ACK", "BYE")) {
      SipRequest request = awaited(method);
      assertThat(request.uri()).as(method).isEqualTo(hop);
      assertThat(request.headers().all("Route")).as(method).containsExactly("<" + contact + ">");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";lr", ""})
  void routerOfTheCallerIsKeptToTheEnd(String kind) {
    SoftPhone caller = office.registered();
    SoftPhone called = office.registered();
    OutgoingCall dialling =
        caller.dial(
            called.account().addressOfRecord(),
            invite -> invite.header("Record-Route", "<" + hop + kind + ">"));
    Call callee = called.expectCall().answer();

    SipResponse ok = dialling.expectStatus(200);
    assertThat(ok.headers().all("Record-Route")).containsExactly("<" + hop + kind + ">");
    SipRequest ack = awaited("ACK").copy();
    ack.headers().remove("Via");
    ack.headers().remove("Route");
    router.endpoint().sendAck(ack, office.platform().sip());
    callee.hangUp();

    SipRequest bye = awaited("BYE");
    String contact = caller.contactUri();
    assertThat(bye.uri()).isEqualTo(kind.isEmpty() ? hop : contact);
    assertThat(bye.headers().all("Route"))
        .containsExactly("<" + (kind.isEmpty() ? contact : hop + kind) + ">");
  }
}
