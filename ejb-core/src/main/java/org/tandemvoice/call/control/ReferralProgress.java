package org.tandemvoice.call.control;

import java.util.Optional;
import org.tandemvoice.call.entity.ReleaseCause;

/**
 * How far a transfer has come that a phone has asked for.
 *
 * @param cause why it failed; empty if it did not
 */
public record ReferralProgress(Stage stage, Optional<ReleaseCause> cause) {

  /** The target rings. */
  public static final ReferralProgress RINGING =
      new ReferralProgress(Stage.RINGING, Optional.empty());

  /** The target has answered. */
  public static final ReferralProgress SUCCEEDED =
      new ReferralProgress(Stage.SUCCEEDED, Optional.empty());

  /** The target could not be reached, for this cause. */
  public static ReferralProgress failed(ReleaseCause cause) {
    return new ReferralProgress(Stage.FAILED, Optional.of(cause));
  }

  /** The stages; the last two are the end. */
  public enum Stage {
    RINGING,
    SUCCEEDED,
    FAILED
  }
}
