package org.tandemvoice.sip.connector.mobicents;

import java.io.IOException;
import java.text.ParseException;
import java.util.Set;
import javax.sip.Dialog;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.Transaction;
import javax.sip.header.ViaHeader;
import javax.sip.message.Response;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.SipSessionImpl;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.mobicents.servlet.sip.message.SipServletResponseImpl;
import org.tandemvoice.sip.connector.SelfProbe;

/**
 * A response with the methods that Servlet 3 to 6 added and SIP has no use for, and to which
 * headers can be added that Mobicents takes for single or for its own.
 */
public class FlowResponse extends SipServletResponseImpl {

  private static final long serialVersionUID = 1L;

  /** RFC 8760 section 2.3 (a challenge for each algorithm), RFC 3327 section 5.3. */
  private static final Set<String> ADDED_HERE =
      Set.of("WWW-Authenticate", "Proxy-Authenticate", "Path");

  /** As the container's message factory makes it. */
  protected FlowResponse(
      Response response,
      SipFactoryImpl factory,
      Transaction transaction,
      MobicentsSipSession session,
      Dialog dialog,
      boolean received,
      boolean retransmission) {
    super(response, factory, transaction, session, dialog, received, retransmission);
  }

  @Override
  public void addHeader(String name, String value) {
    if (!ADDED_HERE.contains(name)) {
      super.addHeader(name, value);
      return;
    }
    try {
      getMessage()
          .addLast(SipFactory.getInstance().createHeaderFactory().createHeader(name, value));
    } catch (ParseException e) {
      throw new IllegalArgumentException("malformed " + name + ": " + value, e);
    } catch (PeerUnavailableException e) {
      throw new IllegalStateException("the SIP stack is gone", e);
    } catch (SipException e) {
      throw new IllegalArgumentException(name + " cannot be added", e);
    }
  }

  /**
   * Any answer after which nothing follows ends its session, and so does a challenge: the next
   * request begins a new one. The container would wait for it for minutes. The transaction stays,
   * for repetitions; only our own probe does not repeat itself, so that gauges can be idle.
   */
  @Override
  public void send() throws IOException {
    if (isToProbe()) {
      super.send();
      getSipSession().getSipApplicationSession().invalidate();
    } else if (SessionRelease.follows(this)) {
      SessionRelease release = SessionRelease.prepare(this);
      super.send();
      release.complete();
    } else {
      if (getStatus() == SC_UNAUTHORIZED
          && getRequest().isInitial()
          && getSipSession() instanceof SipSessionImpl session) {
        session.setReadyToInvalidate(true);
      }
      super.send();
    }
  }

  private boolean isToProbe() {
    ViaHeader via = (ViaHeader) getMessage().getHeader(ViaHeader.NAME);
    return via != null && SelfProbe.isProbe(via.getBranch());
  }

  @Override
  public void setContentLengthLong(long length) {
    setContentLength(Math.toIntExact(length));
  }
}
