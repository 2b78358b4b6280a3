package org.tandemvoice.sip.container;

/** Work with a result inside an application session, see {@link SipServices#call}. */
@FunctionalInterface
public interface SipCall<T, E extends Exception> {

  /** Runs as the owner of the application session. */
  T run() throws E;
}
