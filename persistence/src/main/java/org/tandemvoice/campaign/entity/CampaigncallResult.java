package org.tandemvoice.campaign.entity;

import java.util.Locale;
import org.tandemvoice.call.entity.HangupReason;

/**
 * What came of a try.
 *
 * @param isSuccess whether the target was reached and heard to the end
 * @param isReached whether somebody has answered, so that the target is not tried again
 * @param reason the hangup reason of the call, or why there was none
 */
public record CampaigncallResult(boolean isSuccess, boolean isReached, String reason) {

  /**
   * The result of a call that is over. A machine that was hung up on was not reached (inventory
   * section 23); one that was spoken to was.
   */
  public static CampaigncallResult of(HangupReason reason, boolean wasAnswered) {
    boolean isReached = wasAnswered && reason != HangupReason.AMD;
    boolean isHeard = reason == HangupReason.NORMAL || reason == HangupReason.TIMEOUT;
    return new CampaigncallResult(isReached && isHeard, isReached, reason.text());
  }

  /** The result of an execution without a call that is over. */
  public static CampaigncallResult ofFlow(String error) {
    return new CampaigncallResult(error.isEmpty(), true, error.isEmpty() ? "normal" : "failed");
  }

  /** The result of a try that was refused before anybody was dialled. */
  public static CampaigncallResult refused(Enum<?> code) {
    return new CampaigncallResult(false, false, code.name().toLowerCase(Locale.ROOT));
  }

  public String text() {
    return isSuccess ? "success" : "fail";
  }
}
