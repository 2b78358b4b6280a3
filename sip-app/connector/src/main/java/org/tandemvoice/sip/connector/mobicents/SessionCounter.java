package org.tandemvoice.sip.connector.mobicents;

import java.util.concurrent.atomic.LongAdder;
import javax.servlet.sip.SipSessionEvent;
import javax.servlet.sip.SipSessionListener;

/** Counts the SIP sessions that come and go. */
final class SessionCounter implements SipSessionListener {

  private final LongAdder created = new LongAdder();
  private final LongAdder destroyed = new LongAdder();

  long created() {
    return created.sum();
  }

  long destroyed() {
    return destroyed.sum();
  }

  @Override
  public void sessionCreated(SipSessionEvent event) {
    created.increment();
  }

  @Override
  public void sessionDestroyed(SipSessionEvent event) {
    destroyed.increment();
  }

  @Override
  public void sessionReadyToInvalidate(SipSessionEvent event) {}
}
