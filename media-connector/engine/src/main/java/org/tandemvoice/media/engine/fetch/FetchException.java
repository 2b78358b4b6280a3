package org.tandemvoice.media.engine.fetch;

/**
 * A file that could not be had; the message is a sentence for the customer and tells nothing of our
 * network.
 */
public final class FetchException extends Exception {

  private static final long serialVersionUID = 1L;

  FetchException(String message) {
    super(message);
  }

  FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
