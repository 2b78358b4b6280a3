package org.tandemvoice.call.control;

import org.tandemvoice.call.entity.ReleaseCause;

/** A leg command that cannot be carried out; the call ends with its cause. */
public final class SignalingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ReleaseCause cause;

  public SignalingException(ReleaseCause cause, String message) {
    super(message);
    this.cause = cause;
  }

  public ReleaseCause releaseCause() {
    return cause;
  }
}
