package org.tandemvoice.sip.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings the container from the MDB, which is the only one it is given to, to every bean of the
 * EAR: the MDB calls {@link #open}, others inject {@link SipServices}.
 */
@ApplicationScoped
public class SipContainerAccess {

  private final AtomicReference<SipServices> services = new AtomicReference<>();

  /** Called by the MDB in {@link SipApplication#started}. */
  public void open(SipServices started) {
    services.set(started);
  }

  /** The condition now; {@link SipCondition#NOT_STARTED} before {@link #open}. */
  public SipCondition condition() {
    SipServices now = services.get();
    return now == null ? SipCondition.NOT_STARTED : now.condition();
  }

  /** The container, by a proxy that may be injected before it has started. */
  @Produces
  @ApplicationScoped
  SipServices services() {
    SipServices now = services.get();
    if (now == null) {
      throw new IllegalStateException("the SIP container has not started yet");
    }
    return now;
  }
}
