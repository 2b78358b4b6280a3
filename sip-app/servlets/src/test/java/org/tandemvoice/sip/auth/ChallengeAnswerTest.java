package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChallengeAnswerTest {

  private static String answer(String... challenges) {
    return ChallengeAnswer.to(
            List.of(challenges), "INVITE", "sip:+15550001111@carrier.example", "box", "secret")
        .orElse("");
  }

  @Test
  void answersTheStrongestAlgorithmOffered() {
    String answer =
        answer(
            "Digest realm=\"r\", nonce=\"a\", algorithm=MD5, qop=\"auth\"",
            "Digest realm=\"r\", nonce=\"b\", algorithm=SHA-256, qop=\"auth\"");

    assertThat(answer).contains("algorithm=SHA-256").contains("nonce=\"b\"");
    DigestCredentials parsed = DigestCredentials.parse(answer).orElseThrow();
    assertThat(Digest.matches(parsed, "INVITE", "secret")).isTrue();
    assertThat(Digest.matches(parsed, "INVITE", "other")).isFalse();
  }

  @Test
  void leavesOutWhatItDoesNotKnow() {
    assertThat(answer("Digest realm=\"r\", nonce=\"a\", algorithm=SHA-512-256")).isEmpty();
    assertThat(answer("Basic realm=\"r\"")).isEmpty();
    assertThat(answer()).isEmpty();
  }

  /** The example of RFC 2617 section 3.5 without qop, as RFC 2069 section 2.4 corrected has it. */
  @Test
  void answersServersWithoutQop() {
    String answer =
        ChallengeAnswer.to(
                List.of(
                    "Digest realm=\"testrealm@host.com\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc\""),
                "GET",
                "/dir/index.html",
                "Mufasa",
                "CircleOfLife")
            .orElseThrow();

    assertThat(answer)
        .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
        .contains("opaque=\"5ccc\"")
        .doesNotContain("qop");
  }
}
