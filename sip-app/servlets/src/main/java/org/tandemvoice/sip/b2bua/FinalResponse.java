package org.tandemvoice.sip.b2bua;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.sip.status.ReleaseStatus;

/**
 * How one place refused a call.
 *
 * @param status 300 to 699
 * @param rang whether it had rung before
 */
record FinalResponse(int status, boolean rang) {

  /** Which of several 4xx says most about why nobody answered, the best first. */
  private static final List<Integer> TELLING =
      List.of(
          SipServletResponse.SC_BUSY_HERE,
          SipServletResponse.SC_TEMPORARILY_UNAVAILABLE,
          SipServletResponse.SC_NOT_ACCEPTABLE_HERE,
          SipServletResponse.SC_FORBIDDEN,
          SipServletResponse.SC_NOT_FOUND);

  private static final Comparator<FinalResponse> BEST_FIRST =
      Comparator.<FinalResponse>comparingInt(response -> response.isGlobal() ? 0 : 1)
          .thenComparingInt(response -> response.status / 100)
          .thenComparing(response -> !response.rang)
          .thenComparingInt(response -> response.rank());

  /** A refusal for all places of the person (6xx): the others need not ring any longer. */
  boolean isGlobal() {
    return status >= 600;
  }

  private int rank() {
    int index = TELLING.indexOf(status);
    return index < 0 ? TELLING.size() : index;
  }

  /**
   * The best response (RFC 3261 section 16.7 step 6): a 6xx if there is one, else one of the lowest
   * class; within a class one of a place that rang, and the most telling.
   */
  static FinalResponse best(Collection<FinalResponse> responses) {
    return responses.stream().min(BEST_FIRST).orElseThrow();
  }

  ReleaseCause cause() {
    return ReleaseStatus.of(status, rang);
  }
}
