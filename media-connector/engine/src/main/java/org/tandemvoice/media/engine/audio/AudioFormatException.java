package org.tandemvoice.media.engine.audio;

/** A file that holds no sound we can read; the message is a sentence for the customer. */
public final class AudioFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  public AudioFormatException(String message) {
    super(message);
  }
}
