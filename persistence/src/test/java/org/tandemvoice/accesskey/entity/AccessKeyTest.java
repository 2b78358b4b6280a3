package org.tandemvoice.accesskey.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.customer.entity.CustomerId;

class AccessKeyTest {

  private static final Instant NOW = Instant.parse("2026-02-21T10:00:00Z");

  private final AccessKeyToken token = AccessKeyToken.random(new SecureRandom());

  @Test
  void keepsNoMoreOfTheTokenThanItsPrefix() {
    AccessKey key = key(Optional.empty());

    assertThat(token.text()).startsWith("vb_").hasSize(46);
    assertThat(key.tokenPrefix()).hasSize(11).isEqualTo(token.text().substring(0, 11));
    assertThat(token).hasToString(key.tokenPrefix() + "...");
  }

  @Test
  void hashesTheTokenBySha256() {
    // FIPS 180-4 example: SHA-256 of "abc".
    assertThat(new AccessKeyToken("abc").sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void expires() {
    AccessKey key = key(Optional.of(Duration.ofDays(1)));

    assertThat(key.isValid(NOW.plus(Duration.ofDays(1)).minusNanos(1))).isTrue();
    assertThat(key.isValid(NOW.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void isRefusedOnceDeleted() {
    AccessKey key = key(Optional.empty());
    assertThat(key.isValid(NOW.plus(Duration.ofDays(100_000)))).isTrue();

    key.delete(NOW);

    assertThat(key.isValid(NOW)).isFalse();
  }

  private AccessKey key(Optional<Duration> life) {
    var grant = new AccessKeyGrant("", "", ApiVersion.DOCUMENTED, life);
    return new AccessKey(new UUID(1, 1), new CustomerId(new UUID(2, 2)), token, grant, NOW);
  }
}
