package org.tandemvoice.sip.connector.mobicents;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.util.Locale;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.ContactHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.message.Message;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.tandemvoice.sip.container.SipFlow;

/**
 * Decides whether requests back to a peer follow the way its own request came. That is so when the
 * peer itself sent it, not through a proxy that stays in the way, and its contact cannot be meant
 * for us: a private address or a {@code .invalid} name (RFC 7118 section 5) from behind a NAT, or
 * another port of a host that is connected to us.
 */
final class ReturnFlow {

  private ReturnFlow() {}

  /** Gives the session of a received request the flow it came by, where needed. */
  static void keep(FlowRequest request) {
    Message message = request.getMessage();
    ContactHeader contact = (ContactHeader) message.getHeader(ContactHeader.NAME);
    if (contact == null
        || contact.getAddress() == null
        || message.getHeader(RecordRouteHeader.NAME) != null
        || request.getInitialRemoteAddr() == null
        || isOwn(request)
        || request.getMethod().equals("REGISTER")) {
      return;
    }
    SipFlow flow = source(request);
    URI uri = contact.getAddress().getURI();
    if (uri instanceof SipURI sip && neededFor(sip.getHost(), sip.getPort(), flow)) {
      request.getSipSession().setFlow(uri(flow));
    }
  }

  /** Whether this server sent it to itself: the stack hands that over without a socket. */
  static boolean isOwn(javax.servlet.sip.SipServletMessage received) {
    return received.getInitialRemotePort() < 1;
  }

  /** Where a received message came from. */
  static SipFlow source(javax.servlet.sip.SipServletMessage message) {
    String address = message.getInitialRemoteAddr();
    if (address == null) {
      throw new IllegalArgumentException("the message was not received from outside");
    }
    return new SipFlow(message.getInitialTransport(), address, message.getInitialRemotePort());
  }

  /** The flow in the form the container keeps it. */
  static SipURI uri(SipFlow flow) {
    try {
      SipURI uri = SipFactoryImpl.addressFactory.createSipURI(null, flow.address());
      uri.setPort(flow.port());
      uri.setTransportParam(flow.transport());
      return uri;
    } catch (ParseException e) {
      throw new IllegalArgumentException("no SIP flow: " + flow, e);
    }
  }

  static boolean neededFor(String host, int port, SipFlow flow) {
    if (host.toLowerCase(Locale.ROOT).endsWith(".invalid")) {
      return true;
    }
    boolean sameHost = host.equals(flow.address()) || host.equals("[" + flow.address() + "]");
    if (flow.isConnection() && sameHost) {
      return port != flow.port();
    }
    return !sameHost && isPrivate(host);
  }

  private static boolean isPrivate(String host) {
    if (!host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\\]?")) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      byte[] bytes = address.getAddress();
      boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
      boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
      return shared
          || unique
          || address.isSiteLocalAddress()
          || address.isLoopbackAddress()
          || address.isLinkLocalAddress()
          || address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
