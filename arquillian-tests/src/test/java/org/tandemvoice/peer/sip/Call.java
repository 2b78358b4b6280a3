package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.rtp.MediaDirection;
import org.tandemvoice.peer.rtp.RtpPeer;
import org.tandemvoice.peer.rtp.Sdp;

/** An answered call of this phone until one side says BYE. */
public final class Call {

  private final SoftPhone phone;
  private final Dialog dialog;
  private final RtpPeer media;
  private Sdp local;
  private Sdp remote;
  private final List<String> notifications = new ArrayList<>();
  private boolean ended;
  private String endedBy = "";
  private int reinvitesReceived;
  private final StringBuilder toldKeys = new StringBuilder();
  private final List<String> offers = new ArrayList<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private volatile Optional<Doorkeeper> door = Optional.empty();
  private boolean keepsNext;
  private Optional<ServerTransaction> kept = Optional.empty();

  Call(SoftPhone phone, Dialog dialog, RtpPeer media, Sdp local) {
    this.phone = phone;
    this.dialog = dialog;
    this.media = media;
    this.local = local;
  }

  public Dialog dialog() {
    return dialog;
  }

  public RtpPeer media() {
    return media;
  }

  public synchronized Sdp remoteSdp() {
    return remote;
  }

  synchronized void remoteSdp(Sdp sdp) {
    remote = sdp;
    media.connect(sdp, local);
  }

  void acknowledge(int cseq) {
    phone.endpoint().sendAck(dialog.request("ACK", cseq), phone.hopOf(dialog));
  }

  /** Sends BYE and expects 200. */
  public void hangUp() {
    SipResponse answer = send(dialog.request("BYE"));
    if (answer.status() != 200) {
      throw phone.trace().failure("BYE was answered " + answer.startLine());
    }
    end("local");
  }

  /** Sends any request of this dialog and returns its final answer. */
  public SipResponse send(SipRequest request) {
    return phone.exchangeAuthenticated(request, phone.hopOf(dialog));
  }

  public SipResponse hold() {
    return offer(MediaDirection.SENDONLY);
  }

  public SipResponse resume() {
    return offer(MediaDirection.SENDRECV);
  }

  /** Offers a new direction by re-INVITE and expects that it is taken (RFC 3261 14.1). */
  public SipResponse offer(MediaDirection direction) {
    return offer(synchronizedLocal(direction));
  }

  /** Offers its codecs in another order by re-INVITE and expects that it is taken. */
  public SipResponse prefer(int... payloadTypes) {
    synchronized (this) {
      Sdp other = Sdp.offer(media.address(), payloadTypes).with(local.direction());
      local =
          new Sdp(
              other.address(),
              other.port(),
              other.encodings(),
              other.direction(),
              local.packetMs(),
              local.version() + 1);
    }
    return offer(local);
  }

  private SipResponse offer(Sdp offer) {
    SipRequest invite = dialog.request("INVITE").body(Sdp.TYPE, offer.render());
    invite.header("Contact", "<" + phone.contactUri() + ">");
    SipResponse answer = send(invite);
    if (answer.status() != 200) {
      throw phone.trace().failure("re-INVITE was answered " + answer.startLine());
    }
    dialog.target(answer);
    acknowledge(answer.cseq());
    remoteSdp(Sdp.parse(answer.text()));
    return answer;
  }

  /** Offers a new direction by UPDATE (RFC 3311) and expects that it is taken. */
  public SipResponse update(MediaDirection direction) {
    Sdp offer = synchronizedLocal(direction);
    SipRequest update = dialog.request("UPDATE").body(Sdp.TYPE, offer.render());
    SipResponse answer = send(update.header("Contact", "<" + phone.contactUri() + ">"));
    if (answer.status() != 200) {
      throw phone.trace().failure("UPDATE was answered " + answer.startLine());
    }
    remoteSdp(Sdp.parse(answer.text()));
    return answer;
  }

  private synchronized Sdp synchronizedLocal(MediaDirection direction) {
    local = local.with(direction);
    return local;
  }

  void received(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    if (!dialog.accepts(request)) {
      transaction.respond(SipResponse.to(request, 500)); // RFC 3261 12.2.2
      return;
    }
    if ("UPDATE".equals(request.method()) && !phone.allow().contains("UPDATE")) {
      transaction.respond(SipResponse.to(request, 405).header("Allow", phone.allow()));
      return;
    }
    Optional<SipResponse> refusal = door.flatMap(keeper -> keeper.refusal(request));
    if (refusal.isPresent()) {
      transaction.respond(refusal.get());
      return;
    }
    switch (request.method()) {
      case "BYE" -> {
        transaction.respond(SipResponse.to(request, 200));
        end("remote");
      }
      case "INVITE", "UPDATE" -> renegotiated(transaction);
      case "NOTIFY" -> {
        transaction.respond(SipResponse.to(request, 200));
        notified(request.text());
      }
      case "INFO" -> {
        told(request.text());
        transaction.respond(SipResponse.to(request, 200));
      }
      case "OPTIONS", "PRACK" -> transaction.respond(SipResponse.to(request, 200));
      default -> transaction.respond(SipResponse.to(request, 405).header("Allow", phone.allow()));
    }
  }

  private synchronized void told(String body) {
    body.lines()
        .filter(line -> line.startsWith("Signal="))
        .forEach(line -> toldKeys.append(line.substring("Signal=".length()).strip()));
  }

  /** Presses a key by INFO and expects that it is taken. */
  public void tellKey(char key) {
    String body = "Signal=" + key + "\r\nDuration=120\r\n";
    SipResponse answer = send(dialog.request("INFO").body("application/dtmf-relay", body));
    if (answer.status() != 200) {
      throw phone.trace().failure("INFO was answered " + answer.startLine());
    }
  }

  /** The keys that the other side has told by INFO. */
  public synchronized String toldKeys() {
    return toldKeys.toString();
  }

  /** Every request of the other side must prove from now on who sends it. */
  public Call guardedBy(Doorkeeper keeper) {
    door = Optional.of(keeper);
    return this;
  }

  private synchronized void renegotiated(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    reinvitesReceived++;
    offers.add(request.text());
    if (keepsNext) {
      keepsNext = false;
      kept = Optional.of(transaction);
      transaction.respond(SipResponse.to(request, 100));
      return;
    }
    if (!refusals.isEmpty()) {
      transaction.respond(SipResponse.to(request, refusals.remove()));
      return;
    }
    accept(transaction);
  }

  private synchronized void accept(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    dialog.target(request);
    SipResponse ok = SipResponse.to(request, 200);
    ok.header("Contact", "<" + phone.contactUri() + ">").header("Allow", phone.allow());
    if (!request.text().isEmpty()) {
      Sdp offer = Sdp.parse(request.text());
      local = offer.answer(media.address(), IncomingCall.names(phone.codecs()));
      remoteSdp(offer);
      ok.body(Sdp.TYPE, local.render());
    }
    request.headers().first("Session-Expires").ifPresent(se -> ok.header("Session-Expires", se));
    transaction.respond(ok);
  }

  /** Hands the other party over (RFC 3515) and returns the answer to the REFER. */
  public SipResponse refer(String target) {
    return send(referral(target));
  }

  /** A REFER to be sent as the next request of this dialog. */
  public SipRequest referral(String target) {
    SipRequest refer = dialog.request("REFER").header("Refer-To", "<" + target + ">");
    return refer.header("Contact", "<" + phone.contactUri() + ">");
  }

  /** What this call's phone sent and received. */
  public SipTrace trace() {
    return phone.trace();
  }

  private synchronized void notified(String body) {
    notifications.add(body.strip());
    notifyAll();
  }

  /** The status lines this phone was told of since it sent a REFER. */
  public synchronized List<String> notifications() {
    return List.copyOf(notifications);
  }

  /** Waits for a status line that begins like this. */
  public synchronized void awaitNotification(String start) {
    long deadlineNs = System.nanoTime() + phone.patience().toNanos();
    while (notifications.stream().noneMatch(line -> line.startsWith(start))) {
      if (!Waiting.on(this, deadlineNs)) {
        throw phone.trace().failure("No " + start + " among " + notifications);
      }
    }
  }

  /** Lets the next re-INVITE wait for its answer. */
  public synchronized void keepNextChange() {
    keepsNext = true;
  }

  public synchronized void answerKeptChange() {
    accept(kept.orElseThrow());
    kept = Optional.empty();
  }

  /** Answers the next re-INVITE or UPDATE as if an own one were under way (RFC 3261 14.2). */
  public synchronized void refuseNextChange() {
    refuseNextChange(491);
  }

  /** Answers the next re-INVITE or UPDATE with that status. */
  public synchronized void refuseNextChange(int status) {
    refusals.add(status);
  }

  /** The descriptions in the re-INVITEs and UPDATEs of the other side; empty where it had none. */
  public synchronized List<String> offers() {
    return List.copyOf(offers);
  }

  /** How many re-INVITEs and UPDATEs the other side has sent. */
  public synchronized int reinvitesReceived() {
    return reinvitesReceived;
  }

  private synchronized void end(String by) {
    ended = true;
    endedBy = by;
    media.stopSending();
    media.close();
    notifyAll();
  }

  public synchronized boolean ended() {
    return ended;
  }

  /** "local" or "remote" once the call has ended, "" before. */
  public synchronized String endedBy() {
    return endedBy;
  }

  public void awaitEnd() {
    awaitEnd(phone.patience());
  }

  /** Waits until the other side has said BYE. */
  public synchronized void awaitEnd(Duration within) {
    long deadlineNs = System.nanoTime() + within.toNanos();
    while (!ended) {
      if (!Waiting.on(this, deadlineNs)) {
        throw phone.trace().failure("The call did not end within " + within);
      }
    }
  }
}
