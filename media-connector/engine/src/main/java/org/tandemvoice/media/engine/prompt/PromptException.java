package org.tandemvoice.media.engine.prompt;

/** A prompt that cannot be played; the message is a sentence for the customer. */
final class PromptException extends Exception {

  private static final long serialVersionUID = 1L;

  PromptException(String message) {
    super(message);
  }

  PromptException(String message, Throwable cause) {
    super(message, cause);
  }
}
