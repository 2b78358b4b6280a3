package org.tandemvoice.peer.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Wants proof of every request it is shown (RFC 3261 section 22), for a nonce that was given out
 * for requests of that method and not used yet.
 */
public final class Doorkeeper {

  private static final String REALM = "doorkeeper";

  private final DigestClient expected;
  private final boolean proxy;
  private final List<String> nonces = new ArrayList<>();
  private final List<String> challenged = new ArrayList<>();
  private final List<String> admitted = new ArrayList<>();
  private boolean closed;
  private boolean tooOld;

  /**
   * @param proxy whether it asks as a proxy, by 407
   */
  public Doorkeeper(String username, String password, boolean proxy) {
    expected = new DigestClient(username, password);
    this.proxy = proxy;
  }

  /** From now on no proof is good enough. */
  public synchronized void close() {
    closed = true;
  }

  /** The next right proof comes too late for its nonce. */
  public synchronized void ageOnce() {
    tooOld = true;
  }

  /** How the request is refused; empty if it may pass. */
  synchronized Optional<SipResponse> refusal(SipRequest request) {
    String header = proxy ? "Proxy-Authorization" : "Authorization";
    Optional<String> proof = request.headers().first(header);
    boolean right = proof.isPresent() && !closed && isRight(request, proof.get());
    if (right && !tooOld) {
      admitted.add(request.method());
      return Optional.empty();
    }
    challenged.add(request.method());
    SipResponse refusal = challenge(request, right);
    tooOld &= !right;
    return Optional.of(refusal);
  }

  private boolean isRight(SipRequest request, String proof) {
    DigestChallenge given = DigestChallenge.parse(proof);
    int count = Integer.parseInt(given.parameters().get("nc"), 16);
    String uri = given.parameters().get("uri");
    String response =
        expected.response(given, request.method(), uri, count, given.parameters().get("cnonce"));
    return nonces.remove(request.method() + given.nonce())
        && given.realm().equals(REALM)
        && uri.equals(request.uri())
        && expected.username().equals(given.parameters().get("username"))
        && response.equals(given.parameters().get("response"));
  }

  private SipResponse challenge(SipRequest request, boolean stale) {
    String nonce = UUID.randomUUID().toString();
    nonces.add(request.method() + nonce);
    String digest =
        "Digest realm=\"%s\", nonce=\"%s\", algorithm=SHA-256, qop=\"auth\", stale=%s"
            .formatted(REALM, nonce, stale);
    return SipResponse.to(request, proxy ? 407 : 401)
        .header(proxy ? "Proxy-Authenticate" : "WWW-Authenticate", digest);
  }

  /** How many requests of that method were challenged. */
  public synchronized long challenged(String method) {
    return challenged.stream().filter(method::equals).count();
  }

  /** How many requests of that method may have passed. */
  public synchronized long admitted(String method) {
    return admitted.stream().filter(method::equals).count();
  }
}
