package org.tandemvoice.peer.sip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A phone's dealings with its registrar (RFC 3261 10): one Call-ID, CSeq always growing. */
public final class Registration {

  private final SoftPhone phone;
  private String callId = UUID.randomUUID().toString();
  private int cseq;
  private Optional<DigestChallenge> challenge = Optional.empty();

  Registration(SoftPhone phone) {
    this.phone = phone;
  }

  /** What a phone does that was restarted: a new Call-ID and no nonce. */
  public void forget() {
    callId = UUID.randomUUID().toString();
    cseq = 0;
    challenge = Optional.empty();
  }

  public String callId() {
    return callId;
  }

  /** A REGISTER for this phone's contact with no credentials in it yet. */
  public SipRequest request(Duration expires) {
    SipRequest request = bare();
    request.header("Contact", "<" + phone.contactUri() + ">");
    return request.header("Expires", Long.toString(expires.toSeconds()));
  }

  /** A REGISTER without Contact: a query (RFC 3261 10.2.3). */
  public SipRequest bare() {
    Account account = phone.account();
    SipRequest request = phone.request("REGISTER", account.registrar());
    request.headers().remove("Contact");
    request.header("To", "<" + account.addressOfRecord() + ">");
    request.header("Call-ID", callId);
    cseq++;
    return request.header("CSeq", cseq + " REGISTER");
  }

  /** Sends and answers a challenge (twice if the nonce was stale); returns the final answer. */
  public SipResponse send(SipRequest request) {
    challenge.ifPresent(known -> authorize(request, known));
    SipResponse answer = phone.exchange(request);
    for (int attempt = 0; answer.status() == 401 && attempt < 2; attempt++) {
      DigestChallenge fresh = phone.digest().choose(DigestChallenge.of(answer));
      boolean refused = attempt > 0 || challenge.isPresent();
      if (refused && !fresh.stale()) {
        challenge = Optional.empty();
        return answer; // RFC 3261 22.2: the same credentials would fail again
      }
      challenge = Optional.of(fresh);
      answer = phone.exchange(again(request, fresh));
    }
    return answer;
  }

  private SipRequest again(SipRequest request, DigestChallenge fresh) {
    SipRequest again = request.copy();
    again.headers().remove("Via");
    cseq++;
    again.header("CSeq", cseq + " REGISTER");
    return authorize(again, fresh);
  }

  private SipRequest authorize(SipRequest request, DigestChallenge known) {
    return request.header("Authorization", phone.digest().answer(known, "REGISTER", request.uri()));
  }

  /** The challenge in use; a test may replay its nonce. */
  public DigestChallenge challenge() {
    return challenge.orElseThrow(() -> new AssertionError("This phone was not challenged"));
  }

  public SipResponse register(Duration expires) {
    return send(request(expires));
  }

  public List<NameAddress> expectOk(Duration expires) {
    return bindings(expect(200, register(expires)));
  }

  public List<NameAddress> query() {
    return bindings(expect(200, send(bare())));
  }

  /** RFC 3261 10.2.2: every binding of this user goes. */
  public SipResponse removeAll() {
    return send(bare().header("Contact", "*").header("Expires", "0"));
  }

  private SipResponse expect(int status, SipResponse answer) {
    if (answer.status() != status) {
      throw phone.trace().failure("Expected " + status + " to REGISTER, got " + answer.status());
    }
    return answer;
  }

  public static List<NameAddress> bindings(SipResponse ok) {
    return ok.headers().values("Contact").stream().map(NameAddress::parse).toList();
  }
}
