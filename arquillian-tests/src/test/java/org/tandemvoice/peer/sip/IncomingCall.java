package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.peer.Waiting;
import org.tandemvoice.peer.rtp.RtpPeer;
import org.tandemvoice.peer.rtp.Sdp;

/** An INVITE this phone has got and may answer as the test wishes. */
public final class IncomingCall {

  private final SoftPhone phone;
  private final ServerTransaction transaction;
  private final String tag = SoftPhone.newTag();
  private Optional<RtpPeer> media = Optional.empty();
  private final Map<String, String> extra = new LinkedHashMap<>();
  private String early = "";
  private boolean canceled;

  IncomingCall(SoftPhone phone, ServerTransaction transaction) {
    this.phone = phone;
    this.transaction = transaction;
  }

  public SipRequest invite() {
    return transaction.request();
  }

  public SipUri caller() {
    return invite().from().sipUri();
  }

  public IncomingCall ring() {
    transaction.respond(response(180));
    return this;
  }

  /** Puts a header into every response from now on. */
  public IncomingCall with(String name, String value) {
    extra.put(name, value);
    return this;
  }

  /** Rings from another place behind a forking proxy: in an early dialog of its own. */
  public IncomingCall ringElsewhere() {
    transaction.respond(response(180, SoftPhone.newTag()));
    return this;
  }

  /**
   * Rings reliably and brings the answer with it, which the 200 will not repeat (RFC 3262); waits
   * for the PRACK.
   */
  public Call answerWhileRinging() {
    return sound(response(183).header("Require", "100rel").header("RSeq", "17"));
  }

  /** Sends sound before the answer, as a network does that says why it does not connect. */
  public Call soundBeforeAnswer() {
    return sound(response(183));
  }

  private synchronized Call sound(SipResponse progress) {
    RtpPeer leg = RtpPeer.open();
    media = Optional.of(leg);
    Sdp offer = Sdp.parse(invite().text());
    Sdp answer = offer.answer(leg.address(), names(phone.codecs()));
    Call call = new Call(phone, Dialog.ofCallee(invite(), tag), leg, answer);
    call.remoteSdp(offer);
    phone.established(call);
    early = answer.render();
    transaction.respond(progress.body(Sdp.TYPE, early));
    return call;
  }

  /** The 200 after {@link #soundBeforeAnswer}, with the same description; waits for the ACK. */
  public void answerAsHeard() {
    transaction.respond(response(200).body(Sdp.TYPE, early));
    transaction.awaitAck(phone.patience());
  }

  /** The 200 after {@link #answerWhileRinging}, without a body; waits for the ACK. */
  public void confirm() {
    transaction.respond(response(200));
    transaction.awaitAck(phone.patience());
  }

  /** Rejects (or redirects) and waits for the ACK. */
  public void reject(int status) {
    transaction.respond(response(status));
    transaction.awaitAck(phone.patience());
  }

  /** Rejects and does not wait, so that it may be used while a call is handled as it comes. */
  public void rejectAtOnce(int status) {
    transaction.respond(response(status));
  }

  /** Asks the caller to prove who it is (RFC 3261 22.2), at once. */
  public void challenge(String digest) {
    transaction.respond(response(401).header("WWW-Authenticate", digest));
  }

  /** Whether the INVITE is refused there, which is done at once. */
  public boolean isRefusedBy(Doorkeeper door) {
    Optional<SipResponse> refusal = door.refusal(invite());
    refusal.ifPresent(response -> transaction.respond(response.toTag(tag)));
    return refusal.isPresent();
  }

  /** Answers and waits for the ACK. */
  public Call answer() {
    Call call = answerAtOnce();
    transaction.awaitAck(phone.patience());
    return call;
  }

  /** Answers and does not wait, so that it may be used while a call is handled as it comes. */
  public synchronized Call answerAtOnce() {
    RtpPeer leg = RtpPeer.open();
    media = Optional.of(leg);
    Sdp offer = Sdp.parse(invite().text());
    Sdp answer = phone.described(offer.answer(leg.address(), names(phone.codecs())));
    Call call = new Call(phone, Dialog.ofCallee(invite(), tag), leg, answer);
    call.remoteSdp(offer);
    phone.established(call);
    transaction.respond(response(200).body(Sdp.TYPE, answer.render()));
    return call;
  }

  /** Answers from another place behind a forking proxy, where somebody has answered already. */
  public synchronized Call answerElsewhere() {
    RtpPeer leg = RtpPeer.open();
    Sdp offer = Sdp.parse(invite().text());
    Sdp answer = phone.described(offer.answer(leg.address(), names(phone.codecs())));
    String other = SoftPhone.newTag();
    Call call = new Call(phone, Dialog.ofCallee(invite(), other), leg, answer);
    call.remoteSdp(offer);
    phone.established(call);
    transaction.respond(response(200, other).body(Sdp.TYPE, answer.render()));
    return call;
  }

  /** Answers unless it was given up already, as a phone does whose user is a moment too late. */
  public synchronized Optional<Call> answerUnlessCanceled() {
    return canceled ? Optional.empty() : Optional.of(answerAtOnce());
  }

  /** Rejects unless it was given up already, and does not wait for the ACK. */
  public synchronized void rejectUnlessCanceled(int status) {
    if (!canceled) {
      transaction.respond(response(status));
    }
  }

  static List<String> names(int[] codecs) {
    List<String> names = new ArrayList<>();
    for (int codec : codecs) {
      names.add(Sdp.name(codec));
    }
    return names;
  }

  private SipResponse response(int status) {
    return response(status, tag);
  }

  private SipResponse response(int status, String place) {
    SipResponse response =
        SipResponse.to(invite(), status)
            .toTag(place)
            .header("Contact", "<" + phone.contactUri() + ">")
            .header("Allow", phone.allow());
    extra.forEach(response::header);
    return response;
  }

  synchronized void canceled() {
    if (!transaction.answered()) {
      transaction.respond(response(487)); // RFC 3261 9.2
    }
    canceled = true;
    notifyAll();
  }

  public synchronized boolean isCanceled() {
    return canceled;
  }

  public void awaitCancel() {
    awaitCancel(phone.patience());
  }

  public synchronized void awaitCancel(Duration within) {
    long deadlineNs = System.nanoTime() + within.toNanos();
    while (!canceled) {
      if (!Waiting.on(this, deadlineNs)) {
        throw phone.trace().failure("No CANCEL within " + within);
      }
    }
  }

  synchronized void closeMedia() {
    media.ifPresent(RtpPeer::close);
  }
}
