package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.number.control.NumberPurchased;
import org.tandemvoice.number.control.NumberRenewed;
import org.tandemvoice.number.entity.PhoneNumber;

/**
 * Charges for numbers in the transaction that purchases or renews them, the first price of the rate
 * or the next one; what is not paid is not purchased, nor renewed.
 */
@ApplicationScoped
public class NumberSale {

  @Inject private BillingAccounts accounts;
  @Inject private Rates rates;
  @Inject private Cashier cashier;

  /**
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  void purchased(@Observes NumberPurchased event) {
    charge(event.number(), CostType.NUMBER, tariff(event.number()).firstPrice());
  }

  /**
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  void renewed(@Observes NumberRenewed event) {
    charge(event.number(), CostType.NUMBER_RENEW, tariff(event.number()).nextPrice());
  }

  private Tariff tariff(PhoneNumber number) {
    return rates.tariff(number.customerId(), RateType.NUMBER, number.e164());
  }

  private void charge(PhoneNumber number, CostType type, BigDecimal price) {
    if (price.signum() == 0) {
      return;
    }
    Optional<BillingAccount> account = accounts.lock(number.customerId());
    Solvency.refusal(account, price)
        .ifPresent(
            refusal -> {
              throw refusal.failure();
            });
    cashier.sell(account.orElseThrow(), type, number.uuid(), number.e164(), price);
  }
}
