package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tandemvoice.sip.auth.Nonces.Verdict;

class NoncesTest {

  private final MovableClock clock = new MovableClock();
  private final Nonces nonces = new Nonces(clock, Duration.ofMinutes(2), 2);

  @Test
  void freshNonceIsTakenWithGrowingCounts() {
    String nonce = nonces.issue();

    assertThat(nonces.use(nonce, 1)).isEqualTo(Verdict.FRESH);
    assertThat(nonces.use(nonce, 2)).isEqualTo(Verdict.FRESH);
    assertThat(nonces.use(nonce, 9)).isEqualTo(Verdict.FRESH);
  }

  @Test
  void replayedCountIsRefused() {
    String nonce = nonces.issue();
    nonces.use(nonce, 5);

    assertThat(nonces.use(nonce, 5)).isEqualTo(Verdict.STALE);
    assertThat(nonces.use(nonce, 4)).isEqualTo(Verdict.STALE);
  }

  @Test
  void nonceExpires() {
    String nonce = nonces.issue();
    clock.advance(Duration.ofSeconds(121));

    assertThat(nonces.use(nonce, 1)).isEqualTo(Verdict.STALE);
  }

  @Test
  void foreignAndForgedNoncesAreStale() {
    String nonce = nonces.issue();
    String forged = (nonce.startsWith("A") ? "B" : "A") + nonce.substring(1);

    assertThat(nonces.use(forged, 1)).isEqualTo(Verdict.STALE);
    assertThat(nonces.use("abc", 1)).isEqualTo(Verdict.STALE);
    assertThat(nonces.use("no base64!", 1)).isEqualTo(Verdict.STALE);
    assertThat(new Nonces(clock, Duration.ofMinutes(2), 2).use(nonce, 1)).isEqualTo(Verdict.STALE);
  }

  @Test
  void whatWasForgottenIsNotTakenAgain() {
    String first = nonces.issue();
    nonces.use(first, 1);
    for (int i = 0; i < 2; i++) {
      clock.advance(Duration.ofMillis(1));
      assertThat(nonces.use(nonces.issue(), 1)).isEqualTo(Verdict.FRESH);
    }

    assertThat(nonces.use(first, 1)).isEqualTo(Verdict.STALE);
  }

  @Test
  void noncesDiffer() {
    assertThat(nonces.issue()).isNotEqualTo(nonces.issue());
  }
}
