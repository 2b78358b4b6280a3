package org.tandemvoice.secret.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that must be shown or used again, by AES-256-GCM (NIST SP 800-38D). A sealed text
 * is bound to the row it belongs to: copied to another row it does not open.
 */
@ApplicationScoped
public class SecretCipher {

  private static final String MARK = "v1.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private SecretKey key;

  protected SecretCipher() {}

  @Inject
  public SecretCipher(PlatformKeys keys) {
    this.key = new SecretKeySpec(keys.sealing(), "AES");
  }

  /** Two seals of the same text differ. */
  public String seal(UUID row, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(
            Cipher.ENCRYPT_MODE,
            nonce,
            row,
            ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    return MARK + Base64.getEncoder().encodeToString(all);
  }

  /**
   * @throws IllegalStateException if it was sealed with another key, for another row, or was
   *     changed
   */
  public String open(UUID row, String sealed) {
    if (!sealed.startsWith(MARK)) {
      throw new IllegalStateException("the secret of " + row + " is not sealed");
    }
    ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(MARK.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    all.get(nonce);
    return new String(run(Cipher.DECRYPT_MODE, nonce, row, all), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, UUID row, ByteBuffer input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(row.toString().getBytes(StandardCharsets.US_ASCII));
      ByteBuffer output = ByteBuffer.allocate(cipher.getOutputSize(input.remaining()));
      cipher.doFinal(input, output);
      byte[] bytes = new byte[output.position()];
      output.flip().get(bytes);
      return bytes;
    } catch (GeneralSecurityException wrongKey) {
      throw new IllegalStateException(
          "the secret of " + row + " does not open: SECRET_KEY or DATA_DIR/keys has changed",
          wrongKey);
    }
  }
}
