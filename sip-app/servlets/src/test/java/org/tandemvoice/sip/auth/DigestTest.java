package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandemvoice.sip.auth.DigestCredentials.NonceUse;

/** The examples of the RFCs. */
class DigestTest {

  private static DigestCredentials rfc7616(DigestAlgorithm algorithm, String response) {
    return new DigestCredentials(
        "Mufasa",
        "http-auth@example.org",
        "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "/dir/index.html",
        response,
        algorithm,
        new NonceUse("00000001", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"));
  }

  @Test
  void md5ExampleOfRfc7616() {
    DigestCredentials given = rfc7616(DigestAlgorithm.MD5, "8ca523f5e9506fed4657c9700eebdbec");

    assertThat(Digest.response(given, "GET", "Circle of Life")).isEqualTo(given.response());
    assertThat(Digest.matches(given, "GET", "Circle of Life")).isTrue();
  }

  @Test
  void sha256ExampleOfRfc7616() {
    DigestCredentials given =
        rfc7616(
            DigestAlgorithm.SHA_256,
            "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");

    assertThat(Digest.response(given, "GET", "Circle of Life")).isEqualTo(given.response());
  }

  @Test
  void exampleOfRfc2617() {
    DigestCredentials given =
        new DigestCredentials(
            "Mufasa",
            "testrealm@host.com",
            "dcd98b7102dd2f0e8b11d0f600bfb0c093",
            "/dir/index.html",
            "6629fae49393a05397450978507c4ef1",
            DigestAlgorithm.MD5,
            new NonceUse("00000001", "0a4f113b"));

    assertThat(Digest.matches(given, "GET", "Circle Of Life")).isTrue();
  }

  @Test
  void anotherPasswordMethodOrCountDoesNotMatch() {
    DigestCredentials given = rfc7616(DigestAlgorithm.MD5, "8ca523f5e9506fed4657c9700eebdbec");
    DigestCredentials later =
        new DigestCredentials(
            given.username(),
            given.realm(),
            given.nonce(),
            given.uri(),
            given.response(),
            given.algorithm(),
            new NonceUse("00000002", given.use().clientNonce()));

    assertThat(Digest.matches(given, "GET", "Circle Of Life")).isFalse();
    assertThat(Digest.matches(given, "POST", "Circle of Life")).isFalse();
    assertThat(Digest.matches(later, "GET", "Circle of Life")).isFalse();
  }
}
