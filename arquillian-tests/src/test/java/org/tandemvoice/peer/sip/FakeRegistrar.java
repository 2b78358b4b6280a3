package org.tandemvoice.peer.sip;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A registrar just clever enough to tell whether a phone's digest is right. */
final class FakeRegistrar implements AutoCloseable {

  private final UdpTransport transport = new UdpTransport();
  private final String algorithm;
  private final String password;
  private final SipEndpoint endpoint;
  private final Map<String, Integer> counts = new HashMap<>();
  private String staleNonce = "";
  private String contact = "";

  FakeRegistrar(String algorithm, String password) {
    this.algorithm = algorithm;
    this.password = password;
    endpoint = new SipEndpoint(transport, new SipTrace("registrar"), this::requested);
    endpoint.start();
  }

  InetSocketAddress address() {
    SipUri uri = SipUri.parse("sip:" + transport.sentBy());
    return new InetSocketAddress(uri.host(), uri.port());
  }

  /** From now on the nonces given so far are stale. */
  synchronized void expireNonces() {
    staleNonce = String.join(",", counts.keySet());
    counts.clear();
  }

  private synchronized void requested(ServerTransaction transaction) {
    SipRequest request = transaction.request();
    SipResponse answer =
        request
            .headers()
            .first("Authorization")
            .map(credentials -> judge(request, credentials))
            .orElseGet(() -> challenge(request, false));
    transaction.respond(answer.toTag("registrar"));
  }

  private SipResponse judge(SipRequest request, String credentials) {
    Map<String, String> given =
        SipSyntax.parameters(SipSyntax.split(credentials.substring("Digest ".length()), ','));
    String nonce = given.get("nonce");
    if (staleNonce.contains(nonce)) {
      return challenge(request, true);
    }
    String ha1 = DigestClient.hex(algorithm, "anna:test.example:" + password);
    String ha2 = DigestClient.hex(algorithm, "REGISTER:" + given.get("uri"));
    String input =
        String.join(":", ha1, nonce, given.get("nc"), given.get("cnonce"), given.get("qop"), ha2);
    int count = Integer.parseInt(given.get("nc"), 16);
    boolean fresh = count > counts.getOrDefault(nonce, Integer.MAX_VALUE);
    boolean right = DigestClient.hex(algorithm, input).equals(given.get("response"));
    if (!fresh || !right) {
      return SipResponse.to(request, 403);
    }
    counts.put(nonce, count);
    request.headers().first("Contact").ifPresent(value -> contact = value);
    return SipResponse.to(request, 200).header("Contact", contact + ";expires=3600");
  }

  private SipResponse challenge(SipRequest request, boolean stale) {
    String nonce = UUID.randomUUID().toString();
    counts.put(nonce, 0);
    String header =
        "Digest realm=\"test.example\", nonce=\"%s\", algorithm=%s, qop=\"auth\", stale=%s"
            .formatted(nonce, algorithm, stale);
    return SipResponse.to(request, 401).header("WWW-Authenticate", header);
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
