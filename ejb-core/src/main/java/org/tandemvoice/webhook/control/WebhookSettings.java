package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of webhooks, each from a configuration key of its own. */
@ApplicationScoped
public class WebhookSettings {

  private Duration timeout = Duration.ZERO;
  private int perCustomer;

  protected WebhookSettings() {}

  /**
   * @param timeoutMs {@code WEBHOOK_TIMEOUT_MS}, how long an endpoint may take to answer; default
   *     5000 (inventory section 25)
   * @param perCustomer {@code WEBHOOKS_PER_CUSTOMER}, how many a customer may have; default 50
   */
  @Inject
  public WebhookSettings(
      @ConfigProperty(name = "WEBHOOK_TIMEOUT_MS", defaultValue = "5000") long timeoutMs,
      @ConfigProperty(name = "WEBHOOKS_PER_CUSTOMER", defaultValue = "50") int perCustomer) {
    this.timeout = Duration.ofMillis(timeoutMs);
    this.perCustomer = perCustomer;
  }

  public Duration timeout() {
    return timeout;
  }

  public int perCustomer() {
    return perCustomer;
  }
}
