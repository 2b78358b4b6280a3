package org.tandemvoice.media.engine.speech;

/** A text that could not be spoken; the message is a sentence for the customer. */
public final class SpeechException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean outage;

  public SpeechException(String message) {
    this(message, null);
  }

  public SpeechException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private SpeechException(String message, Throwable cause, boolean outage) {
    super(message, cause);
    this.outage = outage;
  }

  /** The provider is out of order or out of reach, whatever the text. */
  static SpeechException outage(String message, Throwable cause) {
    return new SpeechException(message, cause, true);
  }

  /** Whether the next text would fail too. */
  boolean isOutage() {
    return outage;
  }
}
