package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How money is handled, each from a configuration key of its own. */
@ApplicationScoped
public class BillingSettings {

  private BigDecimal openingCredit = BigDecimal.ZERO;
  private BigDecimal signupCredit = BigDecimal.ZERO;
  private int reserveSeconds;

  protected BillingSettings() {}

  /**
   * @param openingCredit {@code BILLING_OPENING_CREDIT}, what a customer begins with that an
   *     administrator makes; default 100; with 0 it can call nobody in the telephone network before
   *     a platform administrator has paid something in
   * @param signupCredit {@code SIGNUP_OPENING_CREDIT}, the same of one that signs itself up;
   *     default 0, for strangers would sign up again and again
   * @param reserveSeconds {@code BILLING_RESERVE_SECONDS}, how much of a running call is paid for
   *     at once, if there is enough and its increments are shorter; default 30
   */
  @Inject
  public BillingSettings(
      @ConfigProperty(name = "BILLING_OPENING_CREDIT", defaultValue = "100")
          BigDecimal openingCredit,
      @ConfigProperty(name = "SIGNUP_OPENING_CREDIT", defaultValue = "0") BigDecimal signupCredit,
      @ConfigProperty(name = "BILLING_RESERVE_SECONDS", defaultValue = "30") int reserveSeconds) {
    this.openingCredit = openingCredit;
    this.signupCredit = signupCredit;
    this.reserveSeconds = reserveSeconds;
  }

  public BigDecimal openingCredit() {
    return openingCredit;
  }

  public BigDecimal signupCredit() {
    return signupCredit;
  }

  public int reserveSeconds() {
    return reserveSeconds;
  }
}
