package org.tandemvoice.sip.auth;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration of digest authentication. */
@Dependent
public class AuthSettings {

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

  Duration nonceLifetime() {
    return Duration.ofSeconds(nonceSeconds);
  }

  Duration failureWindow() {
    return Duration.ofSeconds(failureWindowSeconds);
  }
}
