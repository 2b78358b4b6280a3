package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The configuration of session timers (RFC 4028). */
@Dependent
public class SessionTimerSettings {

  /** What we ask for and the most we agree to: a leg whose other side is gone ends after that. */
  @Inject
  @ConfigProperty(name = "SIP_SESSION_EXPIRES", defaultValue = "1800")
  int sessionSeconds;

  /** The least we agree to; RFC 4028 section 4 recommends 90 and forbids less. */
  @Inject
  @ConfigProperty(name = "SIP_MIN_SE", defaultValue = "90")
  int leastSeconds;
}
