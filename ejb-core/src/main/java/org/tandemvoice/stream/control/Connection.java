package org.tandemvoice.stream.control;

/** The way to one client. */
public interface Connection {

  /**
   * Sends a text and says when it is gone. Called with one text at a time.
   *
   * @param sent to be run once, also if it failed
   */
  void send(String text, Runnable sent);

  /** Ends the connection; with a code of RFC 6455 section 7.4.1 and a reason. */
  void close(int code, String reason);
}
