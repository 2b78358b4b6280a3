package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.ServletTimer;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/**
 * The side of a party that we call: at first one INVITE to each of its places, then the dialog with
 * the one that answered first.
 */
final class CalledLeg extends Leg {

  private final Map<String, Branch> branches = new LinkedHashMap<>();
  private boolean rang;
  private boolean sounds;
  private ReleaseCause givenUp;
  private ServletTimer patience;

  CalledLeg(CallId id, SipApplicationSession application) {
    super(id, application);
  }

  @Override
  Collection<String> sipCallIds() {
    return branches.keySet();
  }

  void add(SipServletRequest invite, RouteTerms terms) {
    Branch branch = new Branch(invite, terms);
    branches.put(branch.callId(), branch);
  }

  /**
   * Sends the INVITEs whose turn it is: those of the lowest order not tried yet, and if none of
   * them can be sent, those of the next.
   *
   * @return whether any could be sent
   */
  boolean dial() {
    while (isOver() && hasFurtherWay()) {
      int order =
          branches.values().stream()
              .filter(branch -> !branch.isSent())
              .mapToInt(Branch::order)
              .min()
              .orElseThrow();
      branches.values().stream()
          .filter(branch -> !branch.isSent() && branch.order() == order)
          .forEach(Branch::send);
    }
    return !isOver();
  }

  /**
   * Whether another way is to be tried, now that all before it have failed: not if somebody was
   * reached who did not take the call (inventory section 12).
   */
  boolean isToFailOver() {
    return isOver() && givenUp == null && hasFurtherWay() && isFailure(outcome());
  }

  boolean hasFurtherWay() {
    return branches.values().stream().anyMatch(branch -> !branch.isSent());
  }

  private static boolean isFailure(ReleaseCause cause) {
    return switch (cause) {
      case BUSY, NO_ANSWER, DECLINED, CANCELED, NORMAL -> false;
      default -> true;
    };
  }

  /** Replaces the time in which the places that were dialled must have responded at all. */
  void awaitSilentPlaces(ServletTimer timer) {
    if (patience != null) {
      patience.cancel();
    }
    patience = timer;
  }

  /** Takes the silent places for dead, because another way is to be tried. */
  void abandonSilentPlaces() {
    branches.values().stream().filter(Branch::isPending).forEach(Branch::abandon);
  }

  /**
   * Whether nobody can answer any more: every place has refused, or the call has been given up and
   * every place that is there has confirmed it. Places that never responded are not waited for
   * then; should one answer after all, it gets its BYE.
   */
  boolean isOver() {
    return !isEstablished()
        && branches.values().stream()
            .noneMatch(givenUp == null ? Branch::isPending : Branch::isProceeding);
  }

  /**
   * Whether every place that was dialled has refused or is silent, as if nobody were there, and
   * there is a refusal or another way to go on with.
   */
  boolean onlySilentPlacesLeft() {
    return isWanted()
        && (hasFurtherWay() || branches.values().stream().anyMatch(Branch::hasRefused))
        && branches.values().stream().anyMatch(Branch::isPending)
        && branches.values().stream().noneMatch(Branch::isProceeding);
  }

  /** Takes the silent places for such that would have timed out (RFC 3261 section 8.1.3.1). */
  void giveUpSilentPlaces() {
    List<FinalResponse> outcomes = new ArrayList<>();
    outcomes.add(new FinalResponse(SipServletResponse.SC_REQUEST_TIMEOUT, false));
    branches.values().stream()
        .filter(Branch::hasRefused)
        .map(Branch::outcome)
        .forEach(outcomes::add);
    giveUp(FinalResponse.best(outcomes).cause());
  }

  /** The branch a response belongs to. Each has a Call-ID of its own. */
  Optional<Branch> branch(SipServletMessage message) {
    return Optional.ofNullable(branches.get(message.getCallId()));
  }

  @Override
  Optional<RouteTerms> terms(SipServletMessage message) {
    return branch(message).map(Branch::terms);
  }

  /** Notes that a place rings; true for the first one. */
  boolean ring(Branch branch) {
    branch.ring();
    boolean first = !rang;
    rang = true;
    return first;
  }

  /** Notes that a place sends sound; true for the first one, which is the one to be heard. */
  boolean sound() {
    boolean first = !sounds;
    sounds = true;
    return first;
  }

  /** Whether an answer is still welcome. */
  boolean isWanted() {
    return givenUp == null && !isEstablished();
  }

  /**
   * Cancels what still rings.
   *
   * @return whether that has to be tried again, because a place has not responded at all
   */
  boolean cancel() {
    boolean again = false;
    for (Branch branch : branches.values()) {
      again |= branch.cancel();
    }
    return again;
  }

  @Override
  boolean hangUp(ReleaseCause cause) throws IOException {
    if (isEstablished()) {
      sayGoodbye(cause);
      return false;
    }
    giveUp(cause);
    return isOver();
  }

  /** From now on an answer comes too late. */
  void giveUp(ReleaseCause cause) {
    if (givenUp == null) {
      givenUp = cause;
    }
  }

  /** Why nobody answered, once it is over. */
  ReleaseCause outcome() {
    return givenUp != null
        ? givenUp
        : FinalResponse.best(
                branches.values().stream().filter(Branch::isSent).map(Branch::outcome).toList())
            .cause();
  }

  @Override
  ReleaseCause overdueCause() {
    return farewell()
        .or(() -> Optional.ofNullable(givenUp))
        .orElse(rang ? ReleaseCause.NO_ANSWER : ReleaseCause.UNREACHABLE);
  }
}
