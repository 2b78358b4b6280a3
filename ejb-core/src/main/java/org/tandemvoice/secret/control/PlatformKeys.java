package org.tandemvoice.secret.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.storage.control.DataDirectory;

/**
 * The 256-bit keys of this platform. Each comes from the configuration (servers that share a
 * database must share the keys) or from a file in {@code DATA_DIR/keys} that is made at the first
 * start.
 */
@ApplicationScoped
public class PlatformKeys {

  private static final int KEY_BYTES = 32;

  private byte[] sealing = {};
  private byte[] signing = {};

  protected PlatformKeys() {}

  /**
   * @param secretKey {@code SECRET_KEY}, 32 bytes in Base64: seals the SIP passwords in the
   *     database
   * @param tokenKey {@code TOKEN_KEY}, 32 bytes in Base64: signs login tokens
   */
  @Inject
  public PlatformKeys(
      DataDirectory directory,
      @ConfigProperty(name = "SECRET_KEY") Optional<String> secretKey,
      @ConfigProperty(name = "TOKEN_KEY") Optional<String> tokenKey) {
    this.sealing =
        decode("SECRET_KEY", secretKey.orElseGet(() -> kept(directory, "keys/secret.key")));
    this.signing = decode("TOKEN_KEY", tokenKey.orElseGet(() -> kept(directory, "keys/token.key")));
  }

  public byte[] sealing() {
    return sealing.clone();
  }

  public byte[] signing() {
    return signing.clone();
  }

  private static String kept(DataDirectory directory, String name) {
    return directory
        .read(name)
        .map(content -> new String(content, StandardCharsets.US_ASCII).strip())
        .orElseGet(() -> made(directory, name));
  }

  private static String made(DataDirectory directory, String name) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String text = Base64.getEncoder().encodeToString(key);
    directory.writeSecret(name, (text + "\n").getBytes(StandardCharsets.US_ASCII));
    return text;
  }

  private static byte[] decode(String name, String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalStateException(name + " is not Base64", notBase64);
    }
    if (key.length != KEY_BYTES) {
      throw new IllegalStateException(
          name + " has " + key.length + " bytes: give " + KEY_BYTES + " bytes in Base64");
    }
    return key;
  }
}
