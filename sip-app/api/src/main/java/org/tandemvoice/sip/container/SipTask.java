package org.tandemvoice.sip.container;

/** Work inside an application session, see {@link SipServices#within}. */
@FunctionalInterface
public interface SipTask<E extends Exception> {

  /** Runs as the owner of the application session. */
  void run() throws E;
}
