package org.tandemvoice.peer.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.rtp.RtpPeer;
import org.tandemvoice.peer.rtp.Sdp;

/** An INVITE this phone has sent and what became of it so far. */
public final class OutgoingCall {

  private final SoftPhone phone;
  private final SipRequest invite;
  private final InetSocketAddress hop;
  private final RtpPeer media;
  private final Sdp offer;
  private final List<SipResponse> responses = new ArrayList<>();
  private ClientTransaction transaction;
  private boolean authorized;
  private int pracks;
  private Optional<Call> call = Optional.empty();

  private OutgoingCall(
      SoftPhone phone, SipRequest invite, InetSocketAddress hop, RtpPeer media, Sdp offer) {
    this.phone = phone;
    this.invite = invite;
    this.hop = hop;
    this.media = media;
    this.offer = offer;
  }

  static OutgoingCall start(
      SoftPhone phone, String uri, InetSocketAddress hop, Consumer<SipRequest> change) {
    RtpPeer media = RtpPeer.open();
    Sdp offer = phone.described(Sdp.offer(media.address(), phone.codecs()));
    SipRequest invite = phone.request("INVITE", uri).header("Allow", phone.allow());
    invite.body(Sdp.TYPE, offer.render());
    change.accept(invite);
    OutgoingCall call = new OutgoingCall(phone, invite, hop, media, offer);
    call.send(invite.copy());
    return call;
  }

  private synchronized void send(SipRequest request) {
    transaction = phone.endpoint().send(request, hop, this::received);
  }

  private synchronized void received(SipResponse response) {
    boolean challenged = response.status() == 401 || response.status() == 407;
    if (challenged && !authorized && !phone.account().password().isEmpty()) {
      authorized = true;
      send(phone.authorized(invite, response));
      return;
    }
    if (response.success()) {
      established(response);
    } else if (response.provisional() && !response.text().isEmpty()) {
      media.connect(Sdp.parse(response.text()), offer);
    }
    responses.add(response);
    notifyAll();
  }

  private void established(SipResponse ok) {
    if (call.isEmpty()) {
      Call made = new Call(phone, Dialog.ofCaller(ok), media, offer);
      made.dialog().skip(pracks);
      made.remoteSdp(Sdp.parse(ok.text()));
      phone.established(made);
      call = Optional.of(made);
    }
    call.get().acknowledge(ok.cseq()); // RFC 3261 13.2.2.4: each 2xx gets its ACK
  }

  public RtpPeer media() {
    return media;
  }

  /** The INVITE that is under way, the one with credentials after a challenge. */
  public synchronized SipRequest invite() {
    return transaction.request();
  }

  public synchronized List<SipResponse> responses() {
    return List.copyOf(responses);
  }

  public SipResponse expectRinging() {
    return await(r -> r.status() == 180 || r.status() == 183, "180 or 183", phone.patience());
  }

  public SipResponse expectStatus(int status) {
    return expectStatus(status, phone.patience());
  }

  public SipResponse expectStatus(int status, Duration within) {
    SipResponse end = await(response -> !response.provisional(), "final answer", within);
    if (end.status() != status) {
      throw phone.trace().failure("Expected " + status + " but got " + end.startLine());
    }
    return closed(end);
  }

  private SipResponse closed(SipResponse end) {
    if (!end.success()) {
      media.close();
    }
    return end;
  }

  public SipResponse expectFinal(Duration within) {
    return closed(await(response -> !response.provisional(), "final answer", within));
  }

  public Call expectAnswer() {
    return expectAnswer(phone.patience());
  }

  public Call expectAnswer(Duration within) {
    expectStatus(200, within);
    synchronized (this) {
      return call.orElseThrow();
    }
  }

  /** Acknowledges a reliable provisional response (RFC 3262 section 4). */
  public SipResponse prack(SipResponse provisional) {
    Dialog early = Dialog.ofCaller(provisional);
    early.skip(pracks++);
    SipRequest prack = early.request("PRACK");
    prack.header("RAck", provisional.header("RSeq") + " " + provisional.cseq() + " INVITE");
    return phone.endpoint().send(prack, hop).awaitFinal(phone.patience());
  }

  /** Gives up before the answer: CANCEL once a provisional answer is there (RFC 3261 9.1). */
  public void cancel() {
    await(SipResponse::provisional, "provisional answer", phone.patience());
    SipRequest sent = invite();
    SipRequest cancel = new SipRequest("CANCEL", sent.uri());
    cancel.header("Via", sent.headers().values("Via").get(0)).header("Max-Forwards", "70");
    cancel.header("From", sent.header("From")).header("To", sent.header("To"));
    cancel.header("Call-ID", sent.callId()).header("CSeq", sent.cseq() + " CANCEL");
    sent.headers().all("Route").forEach(route -> cancel.headers().add("Route", route));
    SipResponse answer =
        phone.endpoint().sendAsIs(cancel, hop, response -> {}).awaitFinal(phone.patience());
    if (answer.status() != 200) {
      throw phone.trace().failure("CANCEL was answered " + answer.startLine());
    }
  }

  private synchronized SipResponse await(
      Predicate<SipResponse> wanted, String what, Duration within) {
    long deadlineNs = System.nanoTime() + within.toNanos();
    while (true) {
      Optional<SipResponse> found = responses.stream().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      boolean over = responses.stream().anyMatch(response -> !response.provisional());
      if (over || !Waiting.on(this, deadlineNs)) {
        throw phone.trace().failure("No " + what + " to INVITE within " + within);
      }
    }
  }
}
