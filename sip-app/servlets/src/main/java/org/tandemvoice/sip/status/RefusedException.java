package org.tandemvoice.sip.status;

/**
 * Ends the processing of a request with a refusal. It has no stack trace: it is nobody's fault
 * here.
 */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super("refused with " + refusal.status(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
