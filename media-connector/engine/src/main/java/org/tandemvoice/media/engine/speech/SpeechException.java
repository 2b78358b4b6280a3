package org.tandemvoice.media.engine.speech;

/** A text that could not be spoken; the message is a sentence for the customer. */
public final class SpeechException extends Exception {

  private static final long serialVersionUID = 1L;

  public SpeechException(String message) {
    super(message);
  }

  public SpeechException(String message, Throwable cause) {
    super(message, cause);
  }
}
