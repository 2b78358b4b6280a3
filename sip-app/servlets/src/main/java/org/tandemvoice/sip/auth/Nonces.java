package org.tandemvoice.sip.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes nonces that carry their own time and seal, so that a challenge costs no memory, and judges
 * those that come back. The key lives as long as the process: nonces of an earlier one are stale.
 */
final class Nonces {

  /** What a nonce is worth. */
  enum Verdict {
    /** Ours, in time, and its count has not been used. */
    FRESH,
    /** Ours once, or its count was used already: the client is to try again with a new one. */
    STALE
  }

  private static final String SEAL = "HmacSHA256";
  private static final int SEAL_BYTES = 16;
  private static final int BODY_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;
  private final Clock clock;
  private final Duration lifetime;
  private final NonceCounts counts;

  Nonces(Clock clock, Duration lifetime, int remembered) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, SEAL);
    this.clock = clock;
    this.lifetime = lifetime;
    this.counts = new NonceCounts(remembered);
  }

  /** 16 bytes (milliseconds, random) and their seal of 16 bytes. */
  String issue() {
    byte[] body =
        ByteBuffer.allocate(BODY_BYTES).putLong(clock.millis()).putLong(random.nextLong()).array();
    byte[] nonce = ByteBuffer.allocate(BODY_BYTES + SEAL_BYTES).put(body).put(seal(body)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
  }

  /**
   * Judges a nonce and uses up its count. To be asked only for a response that is correct: others
   * must not be able to use up the counts of a client.
   */
  Verdict use(String nonce, long count) {
    Optional<ByteBuffer> body = open(nonce);
    if (body.isEmpty()) {
      return Verdict.STALE;
    }
    long issuedMs = body.get().getLong(0);
    boolean expired = clock.millis() - issuedMs > lifetime.toMillis();
    return !expired && counts.use(nonce, issuedMs, count) ? Verdict.FRESH : Verdict.STALE;
  }

  private Optional<ByteBuffer> open(String nonce) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(nonce);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    if (bytes.length != BODY_BYTES + SEAL_BYTES) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
    byte[] seal = Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length);
    return MessageDigest.isEqual(seal, seal(body))
        ? Optional.of(ByteBuffer.wrap(body))
        : Optional.empty();
  }

  private byte[] seal(byte[] body) {
    try {
      Mac mac = Mac.getInstance(SEAL);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(body), SEAL_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + SEAL, e);
    }
  }
}
