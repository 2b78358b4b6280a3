package org.tandemvoice.sip.connector;

/** The way into the application: the container calls servlets and listeners only through it. */
public interface SipDeliveries {

  /**
   * Runs {@code call} with the application's instance of {@code type}, inside a message endpoint; a
   * call made while another one runs on this thread joins that one.
   *
   * @throws Exception what the call threw
   */
  void deliver(Class<?> type, Call call) throws Exception;

  /** One call of a servlet or listener. */
  @FunctionalInterface
  interface Call {

    /** Calls the instance. */
    void on(Object instance) throws Exception;
  }
}
