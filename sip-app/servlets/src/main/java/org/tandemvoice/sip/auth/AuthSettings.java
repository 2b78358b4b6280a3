package org.tandemvoice.sip.auth;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration of digest authentication. */
@Dependent
public class AuthSettings {

  /**
   * What may be used, the preferred first. Clients that look at the first challenge only, and know
   * only MD5, need {@code MD5} here.
   */
  @Inject
  @ConfigProperty(name = "SIP_DIGEST_ALGORITHMS", defaultValue = "SHA-256,MD5")
  List<String> algorithms;

  /** How long a nonce may be used; after that the client is challenged anew without asking. */
  @Inject
  @ConfigProperty(name = "SIP_NONCE_SECONDS", defaultValue = "120")
  int nonceSeconds;

  /** Wrong passwords of one address-of-record within the window before it has to wait; 0: any. */
  @Inject
  @ConfigProperty(name = "SIP_AUTH_FAILURES_PER_AOR", defaultValue = "10")
  int failuresPerAor;

  /** Wrong passwords from one source address within the window before it has to wait; 0: any. */
  @Inject
  @ConfigProperty(name = "SIP_AUTH_FAILURES_PER_SOURCE", defaultValue = "100")
  int failuresPerSource;

  @Inject
  @ConfigProperty(name = "SIP_AUTH_FAILURE_WINDOW_SECONDS", defaultValue = "60")
  int failureWindowSeconds;

  /**
   * @throws IllegalArgumentException if one is unknown
   */
  List<DigestAlgorithm> algorithms() {
    return algorithms.stream()
        .map(
            name ->
                DigestAlgorithm.of(name.strip())
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "SIP_DIGEST_ALGORITHMS has '" + name + "': use SHA-256 and MD5")))
        .toList();
  }

  Duration nonceLifetime() {
    return Duration.ofSeconds(nonceSeconds);
  }

  Duration failureWindow() {
    return Duration.ofSeconds(failureWindowSeconds);
  }
}
