package org.tandemvoice.peer.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** RFC 3261 12: what both sides remember of each other between two requests. */
public final class Dialog {

  private final String callId;
  private final NameAddress local;
  private final NameAddress remote;
  private final List<String> routeSet;
  private String remoteTarget;
  private int localCseq;
  private int remoteCseq;

  private Dialog(
      String callId, NameAddress local, NameAddress remote, List<String> routeSet, int localCseq) {
    this.callId = callId;
    this.local = local;
    this.remote = remote;
    this.routeSet = routeSet;
    this.localCseq = localCseq;
  }

  /** RFC 3261 12.1.2: the caller's route set is Record-Route in reverse order. */
  static Dialog ofCaller(SipResponse answer) {
    List<String> routes = new ArrayList<>(answer.headers().values("Record-Route"));
    Collections.reverse(routes);
    Dialog dialog = new Dialog(answer.callId(), answer.from(), answer.to(), routes, answer.cseq());
    dialog.target(answer);
    return dialog;
  }

  /** RFC 3261 12.1.1. */
  static Dialog ofCallee(SipRequest invite, String localTag) {
    Dialog dialog =
        new Dialog(
            invite.callId(),
            invite.to().with("tag", localTag),
            invite.from(),
            invite.headers().values("Record-Route"),
            0);
    dialog.remoteCseq = invite.cseq();
    dialog.target(invite);
    return dialog;
  }

  /** RFC 3261 12.2.1.2: an INVITE or its answer moves the remote target. */
  synchronized void target(SipMessage message) {
    message.headers().first("Contact").ifPresent(c -> remoteTarget = NameAddress.parse(c).uri());
  }

  public String callId() {
    return callId;
  }

  public String localTag() {
    return local.tag();
  }

  public String remoteTag() {
    return remote.tag();
  }

  public String remoteTarget() {
    return remoteTarget;
  }

  public List<String> routeSet() {
    return routeSet;
  }

  /** The next request of this side; every method but ACK and CANCEL counts CSeq up. */
  public synchronized SipRequest request(String method) {
    return request(method, ++localCseq);
  }

  /** Leaves out numbers that requests of the early dialog have used. */
  synchronized void skip(int requests) {
    localCseq += requests;
  }

  synchronized SipRequest request(String method, int cseq) {
    SipRequest request = new SipRequest(method, remoteTarget);
    routeSet.forEach(route -> request.headers().add("Route", route));
    request.header("Max-Forwards", "70");
    request.header("From", local.toString()).header("To", remote.toString());
    request.header("Call-ID", callId).header("CSeq", cseq + " " + method);
    return request;
  }

  /** False when the request is older than what was seen before (RFC 3261 12.2.2). */
  synchronized boolean accepts(SipRequest request) {
    boolean newer = request.cseq() > remoteCseq;
    remoteCseq = Math.max(remoteCseq, request.cseq());
    return newer;
  }

  /** Where the next request goes: to the first route, else to the remote target. */
  String nextHop() {
    return routeSet.isEmpty() ? remoteTarget : NameAddress.parse(routeSet.get(0)).uri();
  }
}
