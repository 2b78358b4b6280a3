package org.tandemvoice.sip.container;

import java.time.Duration;

/**
 * The JCA message listener of the SIP resource adapter: an MDB implements it and thereby becomes
 * the SIP application. The package documentation shows the whole MDB. Every method is called
 * through a message endpoint, so injection, EJB and JPA work in it.
 */
public interface SipApplication {

  /**
   * Hands over the container before the first delivery, once per activation. After a suspend and
   * resume of the server it is called again with the same object.
   */
  void started(SipServices services);

  /**
   * Runs one call of a SIP servlet or of a SIP listener. The implementation does nothing but say
   * where beans come from: {@code delivery.proceed(type -> beans.select(type).get())}.
   */
  void deliver(SipDelivery delivery);

  /**
   * The server is about to stop or to suspend: end every call (BYE, CANCEL, final rows and events)
   * and return. New INVITE and REGISTER requests are already refused with 503; requests inside a
   * dialog, responses, EJB, JPA and the database still work. The container then waits for the
   * dialogs to end and stops at the latest when the given time is over, whether this method has
   * returned or not.
   */
  void drain(Duration atMost);
}
