package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;

/**
 * RFC 3261 17.1: sends a request, repeats it on UDP, collects the answers, acknowledges failures.
 */
public final class ClientTransaction {

  private final SipEndpoint endpoint;
  private final SipRequest request;
  private final SipTransport.Flow flow;
  private final List<SipResponse> responses = new ArrayList<>();
  private final Consumer<SipResponse> listener;
  private boolean repeating = true;
  private boolean timedOut;

  /** The listener gets every answer, repeated ones too, on the transport's thread. */
  ClientTransaction(
      SipEndpoint endpoint,
      SipRequest request,
      SipTransport.Flow flow,
      Consumer<SipResponse> listener) {
    this.endpoint = endpoint;
    this.request = request;
    this.flow = flow;
    this.listener = listener;
  }

  void start() {
    endpoint.write(flow, request);
    if (!endpoint.transport().reliable()) {
      endpoint.timers().after(Timers.T1, () -> repeat(Timers.T1)); // Timer A or E
    }
    endpoint.timers().after(Timers.TRANSACTION, this::timeOut); // Timer B or F
  }

  public SipRequest request() {
    return request;
  }

  private synchronized void repeat(Duration interval) {
    if (!repeating) {
      return;
    }
    endpoint.write(flow, request);
    Duration next = invite() ? interval.multipliedBy(2) : Timers.doubled(interval);
    endpoint.timers().after(next, () -> repeat(next));
  }

  private synchronized void timeOut() {
    repeating = false;
    timedOut = true;
    notifyAll();
  }

  void receive(SipResponse response) {
    boolean isRepeated;
    synchronized (this) {
      isRepeated = responses.stream().anyMatch(this::isRefusal);
      // RFC 3261 17.1.1.2: any answer stops an INVITE; others go on until the final one.
      if (invite() || !response.provisional()) {
        repeating = false;
      }
      responses.add(response);
      notifyAll();
    }
    if (isRefusal(response)) {
      endpoint.write(flow, ackFor(response));
    }
    // RFC 3261 17.1.1.2: a refusal that comes again has its ACK again, and is nothing new
    if (!isRepeated) {
      listener.accept(response);
    }
  }

  /** Of an INVITE, which is acknowledged here. */
  private boolean isRefusal(SipResponse response) {
    return invite() && !response.provisional() && !response.success();
  }

  /** RFC 3261 17.1.1.3: the ACK of a failure belongs to the INVITE's transaction. */
  private SipRequest ackFor(SipResponse response) {
    SipRequest ack = new SipRequest("ACK", request.uri());
    ack.header("Via", request.header("Via")).header("Max-Forwards", "70");
    ack.header("From", request.header("From")).header("To", response.header("To"));
    ack.header("Call-ID", request.callId()).header("CSeq", request.cseq() + " ACK");
    request.headers().all("Route").forEach(route -> ack.headers().add("Route", route));
    return ack;
  }

  private boolean invite() {
    return "INVITE".equals(request.method());
  }

  public synchronized List<SipResponse> responses() {
    return List.copyOf(responses);
  }

  public SipResponse awaitFinal(Duration patience) {
    return await(response -> !response.provisional(), "a final answer", patience);
  }

  /** The first answer that fits, whether it has already come or comes in time. */
  public synchronized SipResponse await(
      Predicate<SipResponse> wanted, String what, Duration patience) {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = responses.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      boolean over = responses.stream().anyMatch(response -> !response.provisional());
      if (over || timedOut || !Waiting.on(this, deadlineNs)) {
        throw endpoint
            .trace()
            .failure("No " + what + " to " + request.startLine() + " within " + patience);
      }
    }
  }
}
