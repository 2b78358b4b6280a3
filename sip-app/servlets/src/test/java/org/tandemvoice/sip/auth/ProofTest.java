package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipServletResponse;
import org.junit.jupiter.api.Test;

class ProofTest {

  private static final String URI = "sip:+15550001111@carrier.example";
  private static final String MD5 = "Digest realm=\"r\", nonce=\"a\", algorithm=MD5, qop=\"auth\"";

  private static SipServletResponse refused(int status, String header, String... challenges) {
    Map<String, List<String>> headers = Map.of(header, List.of(challenges));
    return (SipServletResponse)
        Proxy.newProxyInstance(
            SipServletResponse.class.getClassLoader(),
            new Class<?>[] {SipServletResponse.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getStatus" -> status;
                  case "getMethod" -> "UPDATE";
                  case "getHeaders" ->
                      headers.getOrDefault(String.valueOf(arguments[0]), List.of()).listIterator();
                  default -> throw new UnsupportedOperationException(called.toString());
                });
  }

  @Test
  void answersWhoeverAsksInTheHeaderMeantForThem() {
    SipServletResponse server = refused(401, "WWW-Authenticate", MD5);
    SipServletResponse proxy = refused(407, "Proxy-Authenticate", MD5);

    assertThat(Proof.to(server, URI, "box", "secret").orElseThrow().header())
        .isEqualTo("Authorization");
    Proof proof = Proof.to(proxy, URI, "box", "secret").orElseThrow();
    assertThat(proof.header()).isEqualTo("Proxy-Authorization");
    DigestCredentials given = DigestCredentials.parse(proof.value()).orElseThrow();
    assertThat(Digest.matches(given, "UPDATE", "secret")).isTrue();
    assertThat(Digest.matches(given, "BYE", "secret")).isFalse();
    assertThat(Proof.to(refused(407, "WWW-Authenticate", MD5), URI, "box", "secret")).isEmpty();
  }

  @Test
  void isWantedByChallengesOnly() {
    assertThat(Proof.isWantedBy(refused(401, "WWW-Authenticate", MD5))).isTrue();
    assertThat(Proof.isWantedBy(refused(407, "Proxy-Authenticate", MD5))).isTrue();
    assertThat(Proof.isWantedBy(refused(403, "WWW-Authenticate", MD5))).isFalse();
  }

  @Test
  void isGivenOnceAndOnceMoreIfTheNonceWasTooOld() {
    SipServletResponse challenge = refused(401, "WWW-Authenticate", MD5);
    SipServletResponse stale = refused(401, "WWW-Authenticate", MD5 + ", stale=TRUE");
    ProofAttempts attempts = new ProofAttempts();

    assertThat(attempts.isToBeAnswered(challenge)).isTrue();
    assertThat(attempts.isToBeAnswered(challenge)).isFalse();
    assertThat(attempts.isToBeAnswered(stale)).isTrue();
    assertThat(attempts.isToBeAnswered(stale)).isFalse();
    attempts.begin();
    assertThat(attempts.isToBeAnswered(challenge)).isTrue();
  }
}
