package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.secret.control.PlatformKeys;

/**
 * URLs to files this server keeps, good for one file and a limited time: signed by HMAC-SHA-256
 * (RFC 2104) with a key that is made of the platform's signing key and used for nothing else.
 */
@ApplicationScoped
public class RecordingLinks {

  private static final String HMAC = "HmacSHA256";

  private byte[] key = {};
  private Clock clock;

  protected RecordingLinks() {}

  @Inject
  public RecordingLinks(PlatformKeys keys, Clock clock) {
    this.key = hmac(keys.signing(), "recording files");
    this.clock = clock;
  }

  URI sign(Recording recording, URI api, Instant expires) {
    long seconds = expires.getEpochSecond();
    return api.resolve(
        "/v1.0/recordingfiles/"
            + recording.uuid()
            + "/"
            + recording.fileName()
            + "?expires="
            + seconds
            + "&signature="
            + signature(recording.uuid(), seconds));
  }

  /** Whether this server has signed that, and for a time that is not over. */
  public boolean isGood(UUID recording, long expires, String signature) {
    boolean isOurs =
        MessageDigest.isEqual(
            signature(recording, expires).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
    return isOurs && clock.instant().getEpochSecond() < expires;
  }

  private String signature(UUID recording, long expires) {
    return HexFormat.of().formatHex(hmac(key, recording + " " + expires));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
