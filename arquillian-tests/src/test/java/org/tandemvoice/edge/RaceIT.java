package org.tandemvoice.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.sip.Call;
import org.tandemvoice.peer.sip.OutgoingCall;
import org.tandemvoice.peer.sip.SipResponse;
import org.tandemvoice.peer.sip.SoftPhone;
import org.tandemvoice.platform.PlatformTest;

/**
 * Messages that cross on the wire: whatever comes first, no leg survives. {@code
 * -Dtandem.races=1000} runs each race that often.
 */
@PlatformTest
class RaceIT {

  private static final int CANCELS = Integer.getInteger("tandem.races", 120);
  private static final int FAREWELLS = Integer.getInteger("tandem.races", 60);
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @AutoClose private final Office office = Office.open();
  private final SoftPhone anna = office.registered().patience(PATIENCE);
  private final SoftPhone bert = office.registered().patience(PATIENCE);

  @Test
  void cancelMeetsAnswer() {
    ConcurrentLinkedQueue<Call> answered = new ConcurrentLinkedQueue<>();
    bert.whenCalled(
        call ->
            CompletableFuture.runAsync(() -> call.answerUnlessCanceled().ifPresent(answered::add)));
    List<Integer> outcomes = new ArrayList<>();

    for (int i = 0; i < CANCELS; i++) {
      OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
      pause();
      pause();
      dialling.cancel();
      SipResponse end = dialling.expectFinal(PATIENCE);
      outcomes.add(end.status());
      if (end.success()) {
        dialling.expectAnswer().hangUp();
      }
    }

    assertThat(outcomes).isSubsetOf(200, 487);
    assertThat(answered).isNotEmpty().allSatisfy(call -> call.awaitEnd(PATIENCE));
    assertNothingLeft();
  }

  @Test
  void bothSidesSayGoodbyeAtOnce() {
    for (int i = 0; i < FAREWELLS; i++) {
      OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
      Call called = bert.expectCall().answer();
      Call caller = dialling.expectAnswer();

      var one = CompletableFuture.runAsync(() -> bye(caller));
      var other = CompletableFuture.runAsync(() -> bye(called));

      CompletableFuture.allOf(one, other).join();
    }
    assertNothingLeft();
  }

  /** 200, or 481 from a server that has already said its own BYE (RFC 3261 section 15.1.2). */
  private static void bye(Call call) {
    assertThat(call.send(call.dialog().request("BYE")).status()).isIn(200, 481);
    call.media().close();
  }

  @Test
  void bothSidesHoldAtOnce() {
    OutgoingCall dialling = anna.dial(bert.account().addressOfRecord());
    Call called = bert.expectCall().answer();
    Call caller = dialling.expectAnswer();

    for (int i = 0; i < 20; i++) {
      var one = CompletableFuture.runAsync(caller::hold);
      var other = CompletableFuture.runAsync(called::hold);
      CompletableFuture.allOf(one, other).join();
    }

    caller.resume();
    called.resume();
    called.media().sayTone(700);
    caller.media().awaitTone(700, Duration.ofMillis(300), PATIENCE);
    caller.hangUp();
    called.awaitEnd();
  }

  private static void pause() {
    Waiting.pass(Duration.ofMillis(ThreadLocalRandom.current().nextInt(40)));
  }

  /** Every call of this office is over, and no leg was left ringing or talking. */
  private void assertNothingLeft() {
    assertThat(
            Waiting.until(
                () ->
                    office.api().get("/v1.0/calls?page_size=1000").expect(200).result().stream()
                        .allMatch(call -> "hangup".equals(call.asJsonObject().getString("status"))),
                PATIENCE))
        .isTrue();
  }
}
