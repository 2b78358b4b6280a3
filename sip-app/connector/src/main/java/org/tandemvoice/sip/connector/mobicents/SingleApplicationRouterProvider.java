package org.tandemvoice.sip.connector.mobicents;

import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.spi.SipApplicationRouterProvider;

/** Named by a system property to the container, which makes an instance of it. */
public final class SingleApplicationRouterProvider extends SipApplicationRouterProvider {

  private final SipApplicationRouter router = new SingleApplicationRouter();

  @Override
  public SipApplicationRouter getSipApplicationRouter() {
    return router;
  }
}
