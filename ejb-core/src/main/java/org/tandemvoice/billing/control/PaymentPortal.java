package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Where customers pay: a page of somebody else, which is handed the account. What was paid there
 * comes in as a top-up by a platform administrator.
 */
@ApplicationScoped
public class PaymentPortal {

  private static final String HMAC = "HmacSHA256";
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final String ACCOUNT = "{account_id}";
  private static final String EXPIRES = "{expires}";
  private static final String SIGNATURE = "{signature}";

  private Optional<String> template = Optional.empty();
  private Optional<String> key = Optional.empty();
  private Clock clock;

  protected PaymentPortal() {}

  /**
   * @param template {@code PAYMENT_PORTAL_URL}: an http or https URL with {@code {account_id}} in
   *     it, {@code {expires}} for a time in seconds since 1970 and {@code {signature}}; no portal
   *     without it
   * @param key {@code PAYMENT_PORTAL_KEY}, known to the portal as well: the signature is the
   *     HMAC-SHA-256 (RFC 2104), in hexadecimal digits, of the account's id, a dot and the time
   * @throws IllegalArgumentException if the template is no such URL, or is to be signed without key
   */
  @Inject
  public PaymentPortal(
      @ConfigProperty(name = "PAYMENT_PORTAL_URL") Optional<String> template,
      @ConfigProperty(name = "PAYMENT_PORTAL_KEY") Optional<String> key,
      Clock clock) {
    this.template = template.map(String::strip).filter(text -> !text.isEmpty());
    this.key = key.filter(text -> !text.isEmpty());
    this.clock = clock;
    this.template.ifPresent(this::check);
  }

  private void check(String text) {
    boolean isWeb = text.startsWith("https://") || text.startsWith("http://");
    if (!isWeb || !text.contains(ACCOUNT)) {
      throw new IllegalArgumentException(
          "PAYMENT_PORTAL_URL is '" + text + "': give an http or https URL with " + ACCOUNT);
    }
    if (text.contains(SIGNATURE) && (key.isEmpty() || !text.contains(EXPIRES))) {
      throw new IllegalArgumentException(
          "PAYMENT_PORTAL_URL has " + SIGNATURE + ": it needs PAYMENT_PORTAL_KEY and " + EXPIRES);
    }
    URI.create(filled(text, new UUID(0, 0), 0));
  }

  /**
   * The page for an account.
   *
   * @throws PlatformException {@code STATE_INVALID} if no portal is configured
   */
  public URI url(UUID account) {
    String text =
        template.orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.STATE_INVALID,
                    "no payment portal is configured: the operator sets PAYMENT_PORTAL_URL"));
    return URI.create(filled(text, account, clock.instant().plus(LIFE).getEpochSecond()));
  }

  private String filled(String text, UUID account, long expires) {
    String signature = key.map(secret -> signature(secret, account + "." + expires)).orElse("");
    return text.replace(ACCOUNT, account.toString())
        .replace(EXPIRES, Long.toString(expires))
        .replace(SIGNATURE, signature);
  }

  private static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
