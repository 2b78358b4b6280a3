package org.tandemvoice.secret.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  private final PasswordHashes hashes = new PasswordHashes();

  @Test
  void knowsThePasswordAgain() {
    String hash = hashes.hash("correct horse");

    assertThat(hash).startsWith("pbkdf2-sha256$310000$").doesNotContain("horse");
    assertThat(hashes.matches("correct horse", hash)).isTrue();
    assertThat(hashes.matches("correct horsf", hash)).isFalse();
  }

  @Test
  void saltsEveryHash() {
    assertThat(hashes.hash("same")).isNotEqualTo(hashes.hash("same"));
  }

  @Test
  void computesTheHashOfThePublishedVector() {
    // PBKDF2-HMAC-SHA-256 of "password", salt "salt", 4096 rounds, as published for RFC 6070's
    // inputs.
    String hash = "pbkdf2-sha256$4096$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o";

    assertThat(hashes.matches("password", hash)).isTrue();
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThat(hashes.matches("any", "")).isFalse();
    assertThat(hashes.matches("any", "plain")).isFalse();
    assertThat(hashes.matchesNobody("any")).isFalse();
  }
}
