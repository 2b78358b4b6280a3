package org.tandemvoice.peer.sip;

import java.time.Duration;
import org.tandemvoice.peer.Waiting;

/** RFC 3261 17.2: answers one request, repeats the answer, waits for the ACK of an INVITE. */
public final class ServerTransaction {

  private final SipEndpoint endpoint;
  private final SipRequest request;
  private final SipTransport.Flow flow;
  private SipResponse last;
  private boolean acknowledged;

  ServerTransaction(SipEndpoint endpoint, SipRequest request, SipTransport.Flow flow) {
    this.endpoint = endpoint;
    this.request = request;
    this.flow = flow;
  }

  public SipRequest request() {
    return request;
  }

  SipTransport.Flow flow() {
    return flow;
  }

  public synchronized boolean answered() {
    return last != null && !last.provisional();
  }

  public synchronized void respond(SipResponse response) {
    last = response;
    endpoint.write(flow, response);
    boolean invite = "INVITE".equals(request.method());
    // RFC 3261 13.3.1.4: a 2xx to INVITE is repeated on every transport, others on UDP only.
    if (invite && !response.provisional() && (response.success() || !endpoint.reliable())) {
      long deadlineNs = System.nanoTime() + Timers.TRANSACTION.toNanos();
      endpoint.timers().after(Timers.T1, () -> repeat(response, Timers.T1, deadlineNs)); // Timer G
    }
  }

  private synchronized void repeat(SipResponse response, Duration interval, long deadlineNs) {
    if (acknowledged || System.nanoTime() > deadlineNs) { // Timer H
      return;
    }
    endpoint.write(flow, response);
    Duration next = Timers.doubled(interval);
    endpoint.timers().after(next, () -> repeat(response, next, deadlineNs));
  }

  /** The same request came again: the same answer goes again (RFC 3261 17.2.1, 17.2.2). */
  synchronized void repeated() {
    if (last != null) {
      endpoint.write(flow, last);
    }
  }

  synchronized void acknowledge() {
    acknowledged = true;
    notifyAll();
  }

  public synchronized void awaitAck(Duration patience) {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (!acknowledged) {
      if (!Waiting.on(this, deadlineNs)) {
        throw endpoint.trace().failure("No ACK for " + last.startLine() + " within " + patience);
      }
    }
  }
}
