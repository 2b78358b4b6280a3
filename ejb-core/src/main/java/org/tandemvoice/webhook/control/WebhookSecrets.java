package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tandemvoice.secret.control.SecretCipher;

/** Makes, keeps and uses the secrets that sign events: HMAC-SHA-256 (RFC 2104), in hex. */
@ApplicationScoped
public class WebhookSecrets {

  private static final String MARK = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private SecretCipher cipher;

  protected WebhookSecrets() {}

  @Inject
  public WebhookSecrets(SecretCipher cipher) {
    this.cipher = cipher;
  }

  String make() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  String seal(UUID webhook, String secret) {
    return cipher.seal(webhook, secret);
  }

  /** Empty if the webhook has none. */
  String open(UUID webhook, String sealed) {
    return sealed.isEmpty() ? "" : cipher.open(webhook, sealed);
  }

  /** Of the body alone (contract section 12): {@code sha256=<hex>}. */
  static String signature(String secret, String body) {
    return "sha256=" + hex(secret, body);
  }

  /**
   * Of the time and the body, so that an old request cannot be sent again by somebody else: {@code
   * t=<seconds>,v1=<hex>} over {@code <seconds>.<body>}.
   */
  static String signature(String secret, Instant now, String body) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + hex(secret, seconds + "." + body);
  }

  private static String hex(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
