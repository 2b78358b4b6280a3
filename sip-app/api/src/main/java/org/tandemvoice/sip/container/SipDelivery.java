package org.tandemvoice.sip.container;

import java.util.function.Function;

/** One call of a SIP servlet or listener that waits to be run inside a message endpoint. */
public interface SipDelivery {

  /**
   * Runs the call on this thread with the object that {@code beans} gives for the servlet's or
   * listener's class. It never throws: the container keeps the failure, answers 500 where an answer
   * is due and logs it, so that the EJB container has no stack trace to print.
   *
   * @param beans gives the instance of a class named in the activation; the same instance each time
   * @return whether the call ended normally; a transacted endpoint has to mark its transaction for
   *     rollback if not
   */
  boolean proceed(Function<Class<?>, ?> beans);
}
