package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;

/**
 * The side of a party that we call: at first one INVITE to each of its places, then the dialog with
 * the one that answered first.
 */
final class CalledLeg extends Leg {

  private final Map<String, Branch> branches = new LinkedHashMap<>();
  private boolean rang;
  private ReleaseCause givenUp;

  CalledLeg(CallId id, SipApplicationSession application) {
    super(id, application);
  }

  void add(SipServletRequest invite) {
    Branch branch = new Branch(invite);
    branches.put(branch.callId(), branch);
  }

  /**
   * Sends every INVITE.
   *
   * @return whether any could be sent
   */
  boolean dial() {
    branches.values().forEach(Branch::send);
    return !isOver();
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

  /** Whether some place has refused, and every other one is silent: as if nobody were there. */
  boolean onlySilentPlacesLeft() {
    return isWanted()
        && branches.values().stream().anyMatch(branch -> !branch.isPending())
        && branches.values().stream().anyMatch(Branch::isPending)
        && branches.values().stream().noneMatch(Branch::isProceeding);
  }

  /** Takes the silent places for such that would have timed out (RFC 3261 section 8.1.3.1). */
  void giveUpSilentPlaces() {
    List<FinalResponse> outcomes = new ArrayList<>();
    outcomes.add(new FinalResponse(SipServletResponse.SC_REQUEST_TIMEOUT, false));
    branches.values().stream()
        .filter(branch -> !branch.isPending())
        .map(Branch::outcome)
        .forEach(outcomes::add);
    giveUp(FinalResponse.best(outcomes).cause());
  }

  /** The branch a response belongs to. Each has a Call-ID of its own. */
  Optional<Branch> branch(SipServletMessage message) {
    return Optional.ofNullable(branches.get(message.getCallId()));
  }

  /** Notes that a place rings; true for the first one. */
  boolean ring(Branch branch) {
    branch.ring();
    boolean first = !rang;
    rang = true;
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
        : FinalResponse.best(branches.values().stream().map(Branch::outcome).toList()).cause();
  }

  @Override
  ReleaseCause overdueCause() {
    return farewell()
        .or(() -> Optional.ofNullable(givenUp))
        .orElse(rang ? ReleaseCause.NO_ANSWER : ReleaseCause.UNREACHABLE);
  }
}
