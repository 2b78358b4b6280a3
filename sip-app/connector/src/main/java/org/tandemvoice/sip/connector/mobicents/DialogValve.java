package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.Route;
import gov.nist.javax.sip.header.RouteList;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.util.Set;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.mobicents.servlet.sip.core.dispatchers.MessageDispatcher;

/**
 * Answers 481 to requests that belong to no dialog or transaction here (RFC 3261 sections 9.2 and
 * 12.2.2) and drops such responses. Without it the container would pass them on to wherever they
 * point.
 */
final class DialogValve implements RequestValve {

  /**
   * Methods that have a meaning inside a dialog only (RFC 3261 section 15.1.2, RFC 3262, RFC 3311,
   * RFC 6086, RFC 6665 section 4.1.3).
   */
  private static final Set<String> INSIDE_ONLY =
      Set.of(Request.BYE, Request.INFO, Request.NOTIFY, Request.PRACK, Request.UPDATE);

  private final SIPTransactionStack stack;

  DialogValve(SIPTransactionStack stack) {
    this.stack = stack;
  }

  @Override
  public boolean processRequest(SIPRequest request, MessageChannel channel) {
    if (belongs(request)) {
      return true;
    }
    if (!request.getMethod().equals(Request.ACK)) {
      new StatelessAnswer(request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST).send(channel);
    }
    return false;
  }

  private boolean belongs(SIPRequest request) {
    if (request.getMethod().equals(Request.CANCEL)) {
      return stack.findCancelTransaction(request, true) != null;
    }
    if (request.getTo().getTag() == null) {
      return !INSIDE_ONLY.contains(request.getMethod());
    }
    return stack.getDialog(request.getDialogId(true)) != null
        || stack.findTransaction(request, true) != null
        || isProxied(request);
  }

  /** Whether the request follows the Record-Route that the container put there as a proxy. */
  private static boolean isProxied(SIPRequest request) {
    RouteList routes = request.getRouteHeaders();
    if (routes == null || routes.isEmpty()) {
      return false;
    }
    Route first = (Route) routes.getFirst();
    return first.getAddress().getURI() instanceof SipURI uri
        && uri.getParameter(MessageDispatcher.RR_PARAM_PROXY_APP) != null;
  }

  /**
   * Lets a response through that answers a request of ours, repeats the answer, or is the answer of
   * another phone behind a forking proxy (RFC 3261 section 13.2.2.4).
   */
  @Override
  public boolean processResponse(Response response, MessageChannel channel) {
    SIPResponse received = (SIPResponse) response;
    return stack.findTransaction(received, false) != null
        || stack.getDialog(received.getDialogId(false)) != null
        || stack.getForkedTransaction(received.getForkId()) != null;
  }
}
