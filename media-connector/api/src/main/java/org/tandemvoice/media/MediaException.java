package org.tandemvoice.media;

/** A media command that cannot be carried out. Nothing has changed when it is thrown. */
public final class MediaException extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** Every RTP port of the range is in use. */
    NO_PORT,
    /** A session of that id is open already. */
    DUPLICATE,
    /** The SDP cannot be parsed or shares no codec with us. */
    NOT_ACCEPTABLE,
    /** The engine is stopping. */
    STOPPING
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public MediaException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
