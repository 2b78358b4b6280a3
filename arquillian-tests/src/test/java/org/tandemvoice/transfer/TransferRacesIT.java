package org.tandemvoice.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.IncomingCall;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipRequest;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.Gauges;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * What happens at the same moment on both sides of a conversation: no leg survives. {@code
 * -Dtandem.races=1000} runs each race that often.
 */
@PlatformTest
class TransferRacesIT {

  private static final int ROUNDS = Integer.getInteger("tandem.races", 40);

  private Office office;
  private SoftPhone anna;
  private SoftPhone bert;
  private SoftPhone carl;

  @BeforeEach
  void open() {
    // phones that went away in a call: silence is noticed (60 s), and BYE waits for Timer F (32 s)
    Platform.await("the end of earlier calls", Duration.ofSeconds(150), TransferRacesIT::isIdle);
    office = Office.open();
    anna = office.registered();
    bert = office.registered();
    carl = office.registered().whenCalled(IncomingCall::answerAtOnce);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void bothHangUpAtOnce() {
    for (int round = 0; round < ROUNDS; round++) {
      Pair pair = connect();
      atOnce(() -> bye(pair.caller), () -> bye(pair.called));
    }
    assertNothingIsLeft();
  }

  @Test
  void oneRefersWhileTheOtherHangsUp() {
    String target = carl.account().addressOfRecord();
    for (int round = 0; round < ROUNDS; round++) {
      Pair pair = connect();
      boolean callerRefers = round % 2 == 0;
      Call refers = callerRefers ? pair.caller : pair.called;
      Call hangsUp = callerRefers ? pair.called : pair.caller;
      atOnce(() -> refers.refer(target), () -> bye(hangsUp));
      byeIfThere(refers);
    }
    assertNothingIsLeft();
  }

  @Test
  void oneRefersAndHangsUpAtOnce() {
    String target = carl.account().addressOfRecord();
    for (int round = 0; round < ROUNDS; round++) {
      Pair pair = connect();
      boolean callerRefers = round % 2 == 0;
      Call refers = callerRefers ? pair.caller : pair.called;
      Call stays = callerRefers ? pair.called : pair.caller;
      // the order of the requests of one side is that of their CSeq (RFC 3261 12.2.1.1)
      SipRequest refer = refers.referral(target);
      SipRequest bye = refers.dialog().request("BYE");
      atOnce(() -> refers.send(refer), () -> bye(refers, bye));
      byeIfThere(stays);
    }
    assertNothingIsLeft();
  }

  private record Pair(Call caller, Call called) {}

  private Pair connect() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    return new Pair(dialling.expectAnswer(), called);
  }

  private static void atOnce(Runnable one, Runnable other) {
    CompletableFuture<Void> first = CompletableFuture.runAsync(one);
    CompletableFuture<Void> second = CompletableFuture.runAsync(other);
    CompletableFuture.allOf(first, second).join();
  }

  private static void bye(Call call) {
    bye(call, call.dialog().request("BYE"));
  }

  private static void bye(Call call, SipRequest bye) {
    assertThat(call.send(bye).status()).as("BYE of " + call.trace()).isIn(200, 481);
    call.media().close();
  }

  private static void byeIfThere(Call call) {
    if (!call.ended()) {
      bye(call);
    }
  }

  /** Every call of the customer is over; Carl's, who never hangs up, as well. */
  private void assertNothingIsLeft() {
    Platform.await("the end of every call", Duration.ofSeconds(20), () -> notOver().isEmpty());
    Platform.await("the end of every leg", Duration.ofSeconds(20), TransferRacesIT::isIdle);
  }

  private static boolean isIdle() {
    Gauges gauges = Platform.shared().gauges();
    return gauges.number("Calls", "OpenCalls") == 0
        && gauges.number("Calls", "BusyLanes") == 0
        && gauges.number("Media", "OpenSessions") == 0;
  }

  private List<String> notOver() {
    return office.api().get("/v1.0/calls").expect(200).result().stream()
        .map(call -> call.asJsonObject())
        .filter(call -> !call.getString("status").equals("hangup"))
        .map(JsonObject::toString)
        .toList();
  }
}
