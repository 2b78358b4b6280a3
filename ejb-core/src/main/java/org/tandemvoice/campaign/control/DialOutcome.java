package org.tandemvoice.campaign.control;

import java.util.UUID;
import org.tandemvoice.failure.entity.ErrorCode;

/** What one step of a campaign came to. */
public sealed interface DialOutcome {

  /** There was nothing to do, or somebody else does it. */
  record Nothing() implements DialOutcome {}

  /** It has moved on; there may be more to do. */
  record Moved() implements DialOutcome {}

  /**
   * The platform refused to dial; nothing has been committed yet.
   *
   * @param tries how often the destination had been tried before
   */
  record Refused(UUID campaign, UUID target, int destination, int tries, ErrorCode code)
      implements DialOutcome {}
}
