package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.sip.auth.DigestCredentials.NonceUse;

class DigestCredentialsTest {

  private static final String COMPLETE =
      "Digest username=\"10\\\"01\", realm=\"a,b\", nonce=\"n=1\", uri=\"sip:x\","
          + " response=\"00112233445566778899AABBCCDDEEFF\", algorithm=MD5, cnonce=\"c\","
          + " qop=auth, nc=0000000a";

  @Test
  void readsQuotedAndPlainParameters() {
    assertThat(DigestCredentials.parse(COMPLETE))
        .contains(
            new DigestCredentials(
                "10\"01",
                "a,b",
                "n=1",
                "sip:x",
                "00112233445566778899aabbccddeeff",
                DigestAlgorithm.MD5,
                new NonceUse("0000000a", "c")));
    assertThat(new NonceUse("0000000a", "c").number()).isEqualTo(10);
  }

  @Test
  void algorithmIsMd5UnlessNamed() {
    assertThat(DigestCredentials.parse(COMPLETE.replace(" algorithm=MD5,", "")))
        .map(DigestCredentials::algorithm)
        .contains(DigestAlgorithm.MD5);
    assertThat(DigestCredentials.parse(COMPLETE.replace("=MD5", "=\"sha-256\"")))
        .map(DigestCredentials::algorithm)
        .contains(DigestAlgorithm.SHA_256);
  }

  @Test
  void schemeAndNamesAreReadWithoutCase() {
    assertThat(DigestCredentials.parse(COMPLETE.replace("Digest username", "DIGEST USERNAME")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNz",
        "Digest",
        "Digest username=\"1001\", realm=\"a\", nonce=\"n\", uri=\"sip:x\", response=\"00\"",
        "Digest username=\"1001"
      })
  void incompleteCredentialsAreNone(String value) {
    assertThat(DigestCredentials.parse(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qop=auth-int", "qop=none"})
  void onlyQopAuthIsTaken(String qop) {
    assertThat(DigestCredentials.parse(COMPLETE.replace("qop=auth", qop))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithm=MD5-sess", "algorithm=SHA-512-256"})
  void unknownAlgorithmsAreRefused(String algorithm) {
    assertThat(DigestCredentials.parse(COMPLETE.replace("algorithm=MD5", algorithm))).isEmpty();
  }
}
