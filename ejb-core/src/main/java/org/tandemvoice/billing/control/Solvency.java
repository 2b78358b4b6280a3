package org.tandemvoice.billing.control;

import java.math.BigDecimal;
import java.util.Optional;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.fraud.control.Refusal;

/** Whether a customer can pay for something that is about to begin. */
final class Solvency {

  private Solvency() {}

  /**
   * Why it may not begin; empty if it can be paid.
   *
   * @param found the locked account
   * @param price what it costs at least
   */
  static Optional<Refusal> refusal(Optional<BillingAccount> found, BigDecimal price) {
    if (found.filter(BillingAccount::isActive).isEmpty()) {
      return Optional.of(
          new Refusal(
              ErrorCode.ACCOUNT_FROZEN,
              "billing_account.status",
              "the account is not active: ask the administrator of the platform"));
    }
    BillingAccount account = found.get();
    boolean isEmpty = price.signum() > 0 && account.available().compareTo(price) < 0;
    return isEmpty
        ? Optional.of(
            new Refusal(
                ErrorCode.INSUFFICIENT_BALANCE,
                "billing_account.balance",
                "this costs at least "
                    + price.toPlainString()
                    + " and the account has "
                    + account.available().toPlainString()
                    + ": top up, see GET /billing-accounts"))
        : Optional.empty();
  }
}
