package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConnection;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.LinkedList;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javax.sip.Dialog;
import javax.sip.Transaction;
import javax.sip.address.Hop;
import javax.sip.address.SipURI;
import javax.sip.header.RouteHeader;
import javax.sip.message.Request;
import org.mobicents.servlet.sip.core.HopImpl;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletRequestImpl;

/**
 * A request that goes to its session's flow, if there is one, or to the strict router that is next
 * on its way, instead of where its URI points; and the methods that Servlet 3 to 6 added and SIP
 * has no use for.
 */
public class FlowRequest extends SipServletRequestImpl {

  private static final long serialVersionUID = 1L;

  /** RFC 3261 section 19.1.2. */
  private static final int DEFAULT_PORT = 5060;

  /** As the container's message factory makes it. */
  protected FlowRequest(
      Request request,
      SipFactoryImpl factory,
      MobicentsSipSession session,
      Transaction transaction,
      Dialog dialog,
      boolean createDialog) {
    super(request, factory, session, transaction, dialog, createDialog);
  }

  @Override
  public void send() throws IOException {
    MobicentsSipSession session = getSipSession();
    Optional<SipURI> router = StrictRoute.of(this);
    if (router.isPresent()) {
      checkReadOnly();
      checkMessageState();
      StrictRoute.take((Request) message);
      sendTo(router.get());
      return;
    }
    SipURI flow = session.getFlow();
    // A CANCEL follows its INVITE by itself (RFC 3261 section 9.1).
    if (flow == null
        || getMethod().equals(Request.CANCEL)
        || getMessage().getHeader(RouteHeader.NAME) != null) {
      super.send();
      return;
    }
    checkReadOnly();
    checkMessageState();
    sendTo(flow);
  }

  private void sendTo(SipURI next) throws IOException {
    String transport = next.getTransportParam() == null ? "udp" : next.getTransportParam();
    int port = next.getPort() < 0 ? DEFAULT_PORT : next.getPort();
    Hop hop = new HopImpl(next.getHost(), port, transport);
    Queue<Hop> hops = new LinkedList<>();
    hops.add(hop);
    transactionApplicationData.setHops(hops);
    getSipSession().setTransport(transport);
    send(hop);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of();
  }

  @Override
  public long getContentLengthLong() {
    return getContentLength();
  }

  @Override
  public ServletContext getServletContext() {
    return getSipSession().getSipApplicationSession().getSipContext().getServletContext();
  }

  @Override
  public AsyncContext startAsync() {
    throw noAsync();
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    throw noAsync();
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public boolean isAsyncSupported() {
    return false;
  }

  @Override
  public AsyncContext getAsyncContext() {
    throw noAsync();
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public String getRequestId() {
    return getCallId();
  }

  @Override
  public String getProtocolRequestId() {
    return "";
  }

  @Override
  public ServletConnection getServletConnection() {
    throw new UnsupportedOperationException("a SIP request has no servlet connection");
  }

  private static IllegalStateException noAsync() {
    return new IllegalStateException("a SIP request has no asynchronous mode");
  }
}
