package org.tandemvoice.sip.connector.mobicents;

import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import org.mobicents.ext.javax.sip.dns.DNSAwareRouter;

/**
 * Finds the next hop of a request and leaves the request as it is. A Route of a strict router is
 * left by {@link StrictRoute#take}: the router itself is in the Request-URI then.
 */
public final class PreparedRouter extends DNSAwareRouter {

  /** As the stack makes it, by its property {@code ROUTER_PATH}. */
  public PreparedRouter(SipStack stack, String outboundProxy) {
    super(stack, outboundProxy);
  }

  @Override
  public Hop getNextHop(Request request) throws SipException {
    return StrictRoute.first(request).isPresent()
            && request.getRequestURI() instanceof SipURI router
        ? createHop(router, request)
        : super.getNextHop(request);
  }
}
