package org.tandemvoice.secret.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

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

  private static byte[] derive(String password, byte[] salt, int iterations) {
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
