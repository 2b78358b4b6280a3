package org.tandemvoice.media.fetch;

/**
 * Something that could not be had; the message is a sentence for the customer and tells nothing of
 * our network.
 */
public final class FetchException extends Exception {

  private static final long serialVersionUID = 1L;

  public FetchException(String message) {
    super(message);
  }

  public FetchException(String message, Throwable cause) {
    super(message, cause);
  }
}
