package org.tandemvoice.billing.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Set;
import org.tandemvoice.billing.entity.AccountStatus;
import org.tandemvoice.billing.entity.BillingAccount;
import org.tandemvoice.billing.entity.LedgerEntry;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Shows and changes the accounts of customers. */
@Stateless
public class BillingAccountManager {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000L);
  private static final Set<String> PAYMENT_TYPES = Set.of("", "prepaid");
  private static final Set<String> PAYMENT_METHODS = Set.of("", "credit card");

  @Inject private BillingAccounts accounts;
  @Inject private BillingAccountDocument document;
  @Inject private LedgerEntries ledger;
  @Inject private LedgerDocument ledgerDocument;
  @Inject private Cashier cashier;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code BILLING_ACCOUNT_NOT_FOUND}
   */
  public JsonObject get(CustomerId customer) {
    return document.of(accounts.find(customer).orElseThrow(() -> unknown(customer)));
  }

  public Page<JsonObject> list(PageRequest request) {
    Page<BillingAccount> page = accounts.page(request);
    return new Page<>(page.items().stream().map(document::of).toList(), page.next());
  }

  /** Fields that are missing stay as they are. */
  public JsonObject update(CustomerId customer, JsonFields fields) {
    BillingAccount account = lock(customer);
    account.rename(
        fields.textOr("name", account.name(), NAME_LENGTH),
        fields.textOr("detail", account.detail(), DETAIL_LENGTH),
        clock.instant());
    return document.of(account);
  }

  /**
   * Stops all that costs money, or lets it go on.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}
   */
  public JsonObject freeze(CustomerId customer, JsonFields fields) {
    AccountStatus wanted =
        AccountStatus.of(fields.text("status", NAME_LENGTH))
            .filter(status -> status != AccountStatus.DELETED)
            .orElseThrow(() -> fields.invalid("status", "is neither active nor frozen"));
    BillingAccount account = lock(customer);
    if (account.status() != wanted) {
      account.transitionTo(wanted, clock.instant());
    }
    return document.of(account);
  }

  public JsonObject payBy(CustomerId customer, JsonFields fields) {
    BillingAccount account = lock(customer);
    account.payBy(
        oneOf(fields, "payment_type", account.paymentType(), PAYMENT_TYPES),
        oneOf(fields, "payment_method", account.paymentMethod(), PAYMENT_METHODS),
        clock.instant());
    return document.of(account);
  }

  private static String oneOf(JsonFields fields, String name, String before, Set<String> possible) {
    String given = fields.textOr(name, before, NAME_LENGTH);
    if (!possible.contains(given)) {
      throw fields.invalid(name, "is \"" + given + "\": give one of " + possible);
    }
    return given;
  }

  /** Money comes in. */
  public JsonObject add(CustomerId customer, JsonFields fields) {
    BigDecimal amount = amount(fields);
    BillingAccount account = lock(customer);
    if (account.balance().add(amount).compareTo(MOST_MONEY) > 0) {
      throw fields.invalid("balance", "would make the balance greater than " + MOST_MONEY);
    }
    cashier.topUp(account, amount);
    return document.of(account);
  }

  /**
   * Money is taken back.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE} if there is not so much that is free
   */
  public JsonObject subtract(CustomerId customer, JsonFields fields) {
    BigDecimal amount = amount(fields);
    BillingAccount account = lock(customer);
    if (amount.compareTo(account.available()) > 0) {
      throw new PlatformException(
          ErrorCode.INSUFFICIENT_BALANCE,
          "the account has " + account.available().toPlainString() + " that is not set apart");
    }
    cashier.subtract(account, amount);
    return document.of(account);
  }

  private static BigDecimal amount(JsonFields fields) {
    BigDecimal amount = fields.decimal("balance", BigDecimal.ZERO, MOST_MONEY);
    if (amount.signum() == 0) {
      throw fields.invalid("balance", "is missing or 0: give an amount of money");
    }
    return amount;
  }

  /** What moved on the account, newest first. */
  public Page<JsonObject> movements(CustomerId customer, PageRequest request) {
    Page<LedgerEntry> page = ledger.page(customer.value(), request);
    return new Page<>(page.items().stream().map(ledgerDocument::of).toList(), page.next());
  }

  /** Whether the books are right: {@code sum} and {@code stray_accounts} are zero if they are. */
  public JsonObject audit() {
    return JSON.createObjectBuilder()
        .add("sum", ledger.sum())
        .add("entries", ledger.count())
        .add("funding", ledger.sum(LedgerEntry.FUNDING))
        .add("revenue", ledger.sum(LedgerEntry.REVENUE))
        .add("stray_accounts", ledger.strayAccounts())
        .build();
  }

  /** Nothing changes on the account of a customer that is gone. */
  private BillingAccount lock(CustomerId customer) {
    return accounts
        .lock(customer)
        .filter(account -> !account.isDeleted())
        .orElseThrow(() -> unknown(customer));
  }

  private static PlatformException unknown(CustomerId customer) {
    return new PlatformException(
        ErrorCode.BILLING_ACCOUNT_NOT_FOUND, "there is no billing account " + customer);
  }
}
