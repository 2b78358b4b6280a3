package org.tandemvoice.sip.connector.mobicents;

import java.util.Optional;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.message.SipFactoryImpl;

/**
 * The way of a request whose first router is a strict one, of before RFC 3261: the router gets
 * itself in the Request-URI, and the target as the last Route (section 12.2.1.1). Left to the stack
 * it would happen each time it looks for the next hop, and so be undone again, or not at all.
 */
final class StrictRoute {

  private StrictRoute() {}

  /** Its strict router; empty if the first on its way is a loose one, or nobody. */
  static Optional<SipURI> of(FlowRequest request) {
    // a CANCEL is as its INVITE has become (section 9.1)
    return request.getMethod().equals(Request.CANCEL)
        ? Optional.empty()
        : first((Request) request.getMessage());
  }

  static Optional<SipURI> first(Request request) {
    RouteHeader route = (RouteHeader) request.getHeader(RouteHeader.NAME);
    return route != null
            && route.getAddress().getURI() instanceof SipURI router
            && !router.hasLrParam()
        ? Optional.of(router)
        : Optional.empty();
  }

  /** Puts the first Route into the Request-URI, and that behind the last Route. */
  static void take(Request request) {
    SipURI router = first(request).orElseThrow();
    try {
      RouteHeader target =
          SipFactoryImpl.headerFactory.createRouteHeader(
              SipFactoryImpl.addressFactory.createAddress(request.getRequestURI()));
      request.removeFirst(RouteHeader.NAME);
      request.addLast(target);
      request.setRequestURI(router);
    } catch (SipException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
