package org.tandemvoice.secret.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Hashes of login passwords: PBKDF2 with HMAC-SHA-256 (RFC 8018 section 5.2), written as {@code
 * pbkdf2-sha256$iterations$salt$hash}, so that the work can be raised later.
 */
@ApplicationScoped
public class PasswordHashes {

  private static final String SCHEME = "pbkdf2-sha256";
  private static final int ITERATIONS = 310_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Semaphore turns =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private final SecureRandom random = new SecureRandom();

  /** What nobody's password has, to be compared with when there is no such user. */
  private final String nobody =
      String.join("$", SCHEME, "" + ITERATIONS, "AAAAAAAAAAAAAAAAAAAAAA", "");

  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return String.join(
        "$",
        SCHEME,
        Integer.toString(ITERATIONS),
        ENCODER.encodeToString(salt),
        ENCODER.encodeToString(derive(password, salt, ITERATIONS)));
  }

  public boolean matches(String password, String hash) {
    String[] parts = hash.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] derived = derive(password, salt, Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[3]));
  }

  /**
   * Takes the time of a comparison and is false, so that unknown users look like wrong passwords.
   */
  public boolean matchesNobody(String password) {
    return matches(password, nobody);
  }

  /**
   * Logins must not take the processors from calls: no more than half of them work here at once.
   */
  private byte[] derive(String password, byte[] salt, int iterations) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooMany();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw tooMany();
    }
    try {
      return pbkdf2(password, salt, iterations);
    } finally {
      turns.release();
    }
  }

  private static PlatformException tooMany() {
    return new PlatformException(
        ErrorCode.SERVICE_UNAVAILABLE, "too many sign in at present: try again shortly");
  }

  private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      spec.clearPassword();
    }
  }
}
