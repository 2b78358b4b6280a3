package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.tandemvoice.billing.entity.Billing;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.BillingDraft;
import org.tandemvoice.billing.entity.CostType;
import org.tandemvoice.billing.entity.LedgerEntry;
import org.tandemvoice.billing.entity.LedgerEntry.Movement;
import org.tandemvoice.billing.entity.LedgerKind;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.billing.entity.TransactionType;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.identity.control.TimeOrderedIds;

/**
 * Moves money, each time with both sides of the ledger and the billing that says what for. Used
 * inside a transaction that holds the account.
 */
@ApplicationScoped
public class Cashier {

  @Inject private LedgerEntries ledger;
  @Inject private Billings billings;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /** What a new customer begins with. */
  void open(BillingAccount account, BigDecimal credit) {
    if (credit.signum() > 0) {
      account.topUp(credit, clock.instant());
      Billing billing = moved(account, TransactionType.TOP_UP, credit);
      move(credit, LedgerEntry.FUNDING, account.uuid(), LedgerKind.OPENING, billing.uuid());
    }
  }

  void topUp(BillingAccount account, BigDecimal amount) {
    account.topUp(amount, clock.instant());
    Billing billing = moved(account, TransactionType.TOP_UP, amount);
    move(amount, LedgerEntry.FUNDING, account.uuid(), LedgerKind.TOP_UP, billing.uuid());
  }

  void subtract(BillingAccount account, BigDecimal amount) {
    account.pay(amount);
    Billing billing = moved(account, TransactionType.ADJUSTMENT, amount.negate());
    move(amount, account.uuid(), LedgerEntry.FUNDING, LedgerKind.ADJUSTMENT, billing.uuid());
  }

  private Billing moved(BillingAccount account, TransactionType type, BigDecimal change) {
    Billing billing =
        new Billing(
            new BillingDraft(
                ids.next(),
                account.customerId(),
                type,
                CostType.NONE,
                OwnedResource.NIL,
                "",
                "",
                Tariff.FREE),
            clock.instant());
    billing.moved(change, clock.instant());
    billing.leaves(account.balance());
    billings.add(billing);
    return billing;
  }

  /**
   * A metered use is over.
   *
   * @param lasted how long it was
   * @param reason the hangup reason of a call; empty for what is no call
   */
  void settle(BillingAccount account, Billing billing, Duration lasted, String reason) {
    BigDecimal setApart = billing.reserved();
    BigDecimal cost = billing.endUse(lasted, clock.instant(), reason);
    account.settle(setApart, cost);
    billing.leaves(account.balance());
    use(account, cost, billing);
  }

  /**
   * Charges for what was spoken. Its price is set apart.
   *
   * @param where the call or conference that heard it
   * @param characters how much it was
   * @param increments how many of them were charged
   */
  void chargeSpeech(
      BillingAccount account, UUID where, long characters, long increments, BigDecimal price) {
    Billing billing =
        new Billing(
            new BillingDraft(
                ids.next(),
                account.customerId(),
                TransactionType.USAGE,
                CostType.TTS,
                where,
                "",
                "",
                Tariff.FREE),
            clock.instant());
    account.settle(price, price);
    billing.used(characters, increments, price, clock.instant());
    billing.leaves(account.balance());
    billings.add(billing);
    use(account, price, billing);
  }

  /** Sells a number, or another term of it, at once. */
  void sell(BillingAccount account, CostType type, UUID number, String e164, BigDecimal price) {
    Billing billing =
        new Billing(
            new BillingDraft(
                ids.next(),
                account.customerId(),
                TransactionType.USAGE,
                type,
                number,
                "",
                e164,
                Tariff.FREE),
            clock.instant());
    account.pay(price);
    billing.used(1, 1, price, clock.instant());
    billing.leaves(account.balance());
    billings.add(billing);
    use(account, price, billing);
  }

  private void use(BillingAccount account, BigDecimal amount, Billing billing) {
    if (amount.signum() > 0) {
      move(amount, account.uuid(), LedgerEntry.REVENUE, LedgerKind.USAGE, billing.uuid());
    }
  }

  private void move(BigDecimal amount, UUID from, UUID to, LedgerKind kind, UUID reference) {
    Movement movement = new Movement(ids.next(), kind, reference, clock.instant());
    ledger.add(LedgerEntry.moving(amount, from, to, movement));
  }
}
