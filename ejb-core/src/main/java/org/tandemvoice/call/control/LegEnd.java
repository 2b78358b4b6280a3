package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.ReleaseCause;

/**
 * How a leg ended.
 *
 * @param answered whether its INVITE had its 2xx; a party that hangs up at once may end the leg
 *     before the answer was told
 */
public record LegEnd(ReleaseCause cause, boolean answered) {

  /** The end of a leg that tells nothing new about its answer. */
  public static LegEnd of(ReleaseCause cause) {
    return new LegEnd(cause, false);
  }
}
