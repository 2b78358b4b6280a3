package org.tandemvoice.sip.b2bua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

class CalledLegTest {

  private final FakeInvite desk = new FakeInvite("desk");
  private final FakeInvite mobile = new FakeInvite("mobile");
  private final CalledLeg leg =
      new CalledLeg(
          new CallId(new UUID(0, 1)),
          (SipApplicationSession)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {SipApplicationSession.class},
                  (proxy, called, arguments) -> {
                    throw new UnsupportedOperationException(called.toString());
                  }));

  private boolean dial() {
    leg.add(desk.request(), RouteTerms.NONE);
    leg.add(mobile.request(), RouteTerms.NONE);
    return leg.dial();
  }

  private Branch branch(FakeInvite invite) {
    SipServletMessage message = invite.request();
    return leg.branch(message).orElseThrow();
  }

  @Test
  void ringsEveryPlace() {
    assertThat(dial()).isTrue();
    assertThat(desk.sent()).containsExactly("INVITE");
    assertThat(mobile.sent()).containsExactly("INVITE");
  }

  @Test
  void onlyTheFirstRingingIsNews() {
    dial();

    assertThat(leg.ring(branch(desk))).isTrue();
    assertThat(leg.ring(branch(mobile))).isFalse();
  }

  @Test
  void placeThatCannotBeSentToIsLeftOut() {
    desk.breakConnection();

    assertThat(dial()).isTrue();
    assertThat(branch(desk).isPending()).isFalse();
  }

  @Test
  void nobodyIsReachedIfNoPlaceCanBeSentTo() {
    desk.breakConnection();
    mobile.breakConnection();

    assertThat(dial()).isFalse();
    assertThat(leg.outcome()).isEqualTo(ReleaseCause.UNREACHABLE);
  }

  @Test
  void isOverWhenTheLastPlaceHasRefused() {
    dial();
    branch(desk).end(486);
    assertThat(leg.isOver()).isFalse();
    branch(mobile).end(480);

    assertThat(leg.isOver()).isTrue();
    assertThat(leg.outcome()).isEqualTo(ReleaseCause.BUSY);
  }

  @Test
  void cancelWaitsForAProvisionalResponse() throws IOException {
    dial();
    desk.proceed();

    boolean over = leg.hangUp(ReleaseCause.DIAL_TIMEOUT);

    assertThat(over).isFalse();
    assertThat(leg.cancel()).isTrue();
    assertThat(desk.sent()).containsExactly("INVITE", "CANCEL");
    assertThat(mobile.sent()).containsExactly("INVITE");
    mobile.proceed();
    assertThat(leg.cancel()).isFalse();
    assertThat(mobile.sent()).containsExactly("INVITE", "CANCEL");
  }

  @Test
  void cancelIsSentOnce() {
    dial();
    desk.proceed();
    leg.cancel();
    leg.cancel();

    assertThat(desk.sent()).containsExactly("INVITE", "CANCEL");
  }

  @Test
  void placeThatNeverRespondedDoesNotHoldACallThatWasGivenUp() throws IOException {
    dial();
    desk.proceed();
    leg.hangUp(ReleaseCause.NORMAL);

    branch(desk).end(487);

    assertThat(leg.isOver()).isTrue();
    assertThat(leg.isWanted()).isFalse();
    assertThat(leg.outcome()).isEqualTo(ReleaseCause.NORMAL);
  }

  @Test
  void refusalCountsWhenTheOtherPlaceIsSilent() {
    dial();
    assertThat(leg.onlySilentPlacesLeft()).isFalse();
    desk.proceed();
    branch(desk).end(486);
    assertThat(leg.onlySilentPlacesLeft()).isTrue();

    leg.giveUpSilentPlaces();

    assertThat(leg.isOver()).isTrue();
    assertThat(leg.isWanted()).isFalse();
    assertThat(leg.outcome()).isEqualTo(ReleaseCause.BUSY);
  }

  @Test
  void placeThatRespondedIsWaitedFor() {
    dial();
    branch(desk).end(486);
    mobile.proceed();

    assertThat(leg.onlySilentPlacesLeft()).isFalse();
    assertThat(leg.isOver()).isFalse();
  }

  @Test
  void silenceIsNoAnswerOnlyAfterRinging() {
    dial();
    assertThat(leg.overdueCause()).isEqualTo(ReleaseCause.UNREACHABLE);

    leg.ring(branch(desk));

    assertThat(leg.overdueCause()).isEqualTo(ReleaseCause.NO_ANSWER);
  }

  private boolean dialOneAfterTheOther() {
    leg.add(desk.request(), way(0));
    leg.add(mobile.request(), way(1));
    return leg.dial();
  }

  private static RouteTerms way(int order) {
    return new RouteTerms(order, Map.of(), List.of(), "", () -> "", "", "");
  }

  @Test
  void secondWayIsTriedWhenTheFirstHasFailed() {
    dialOneAfterTheOther();
    assertThat(mobile.sent()).isEmpty();
    assertThat(leg.isToFailOver()).isFalse();

    branch(desk).end(503);

    assertThat(leg.isToFailOver()).isTrue();
    assertThat(leg.dial()).isTrue();
    assertThat(mobile.sent()).containsExactly("INVITE");
    assertThat(desk.sent()).containsExactly("INVITE");
  }

  @ParameterizedTest
  @ValueSource(ints = {486, 480, 603, 487})
  void secondWayIsNotTriedWhenSomebodyWasReached(int status) {
    dialOneAfterTheOther();

    branch(desk).end(status);

    assertThat(leg.isToFailOver()).isFalse();
    assertThat(leg.isOver()).isTrue();
  }

  @Test
  void wayThatCannotBeSentToIsPassedBy() {
    desk.breakConnection();

    assertThat(dialOneAfterTheOther()).isTrue();
    assertThat(mobile.sent()).containsExactly("INVITE");
  }

  @Test
  void secondWayIsTriedWhenTheFirstSaysNothing() {
    dialOneAfterTheOther();

    assertThat(leg.onlySilentPlacesLeft()).isTrue();
    leg.abandonSilentPlaces();

    assertThat(leg.isToFailOver()).isTrue();
    assertThat(leg.dial()).isTrue();
    assertThat(mobile.sent()).containsExactly("INVITE");
    assertThat(branch(desk).isAbandoned()).isTrue();
    assertThat(leg.isOver()).isFalse();
  }

  @Test
  void wayThatHasRespondedIsNotPassedBy() {
    dialOneAfterTheOther();
    desk.proceed();

    assertThat(leg.onlySilentPlacesLeft()).isFalse();
  }

  @Test
  void noFurtherWayIsTriedOnceTheCallIsGivenUp() throws IOException {
    dialOneAfterTheOther();
    desk.proceed();
    leg.hangUp(ReleaseCause.DIAL_TIMEOUT);

    branch(desk).end(487);

    assertThat(leg.isToFailOver()).isFalse();
    assertThat(leg.outcome()).isEqualTo(ReleaseCause.DIAL_TIMEOUT);
  }
}
