package org.tandemvoice.pbx.control;

import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** The refusal of whoever names no agent of its own, in the words of seed 004. */
public final class UnknownAgent {

  private UnknownAgent() {}

  /** It stands for an id that does not exist, is none, or is somebody else's. */
  public static PlatformException of() {
    return new PlatformException(ErrorCode.AGENT_NOT_FOUND, "Agent not found");
  }
}
