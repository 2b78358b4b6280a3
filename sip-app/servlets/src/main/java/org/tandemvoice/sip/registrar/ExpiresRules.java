package org.tandemvoice.sip.registrar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import javax.servlet.sip.SipServletResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/** How long a contact is registered for (RFC 3261 sections 10.2.1.1 and 10.3 step 7). */
@ApplicationScoped
public class ExpiresRules {

  private static final long MALFORMED_SECONDS = 3600;

  private long minSeconds;
  private long defaultSeconds;
  private long maxSeconds;

  protected ExpiresRules() {}

  /**
   * @param minSeconds shorter times are refused with 423: phones that ask for a few seconds to keep
   *     a NAT open would otherwise write to the database all the time
   * @param defaultSeconds for requests that ask for no time
   * @param maxSeconds longer times are cut down to it
   */
  @Inject
  public ExpiresRules(
      @ConfigProperty(name = "SIP_REGISTER_MIN_SECONDS", defaultValue = "60") long minSeconds,
      @ConfigProperty(name = "SIP_REGISTER_DEFAULT_SECONDS", defaultValue = "3600")
          long defaultSeconds,
      @ConfigProperty(name = "SIP_REGISTER_MAX_SECONDS", defaultValue = "7200") long maxSeconds) {
    this.minSeconds = minSeconds;
    this.defaultSeconds = defaultSeconds;
    this.maxSeconds = maxSeconds;
  }

  /**
   * The time granted; zero removes the contact.
   *
   * @param parameter the expires parameter of the Contact, which goes before the header
   * @param header the Expires header
   * @throws RefusedException 423 with Min-Expires (section 10.3 step 7)
   */
  Duration grant(Optional<String> parameter, Optional<String> header) {
    long asked = parameter.or(() -> header).map(ExpiresRules::seconds).orElse(defaultSeconds);
    if (asked > 0 && asked < minSeconds) {
      throw new RefusedException(
          Refusal.of(SipServletResponse.SC_INTERVAL_TOO_BRIEF)
              .with("Min-Expires", Long.toString(minSeconds)));
    }
    return Duration.ofSeconds(Math.min(asked, maxSeconds));
  }

  /** Malformed values are treated as 3600 (section 10.2.1.1). */
  private static long seconds(String text) {
    boolean isNumber = text.strip().matches("\\d{1,10}");
    return isNumber ? Long.parseLong(text.strip()) : MALFORMED_SECONDS;
  }
}
