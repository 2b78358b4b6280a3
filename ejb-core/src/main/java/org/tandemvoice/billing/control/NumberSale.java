package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.number.control.NumberPurchased;
import org.tandemvoice.number.entity.PhoneNumber;

/**
 * Charges for numbers in the transaction that purchases them; what is not paid is not purchased.
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
    PhoneNumber number = event.number();
    BigDecimal price =
        rates.tariff(number.customerId(), RateType.NUMBER, number.e164()).firstPrice();
    if (price.signum() == 0) {
      return;
    }
    Optional<BillingAccount> account = accounts.lock(number.customerId());
    Solvency.refusal(account, price)
        .ifPresent(
            refusal -> {
              throw refusal.failure();
            });
    cashier.sell(account.orElseThrow(), number.uuid(), number.e164(), price);
  }
}
