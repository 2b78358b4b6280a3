package org.tandemvoice.billing.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemvoice.billing.entity.LedgerEntry.Movement;
import org.tandemvoice.customer.entity.CustomerId;

class BillingTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId(UUID.randomUUID());

  private final BillingAccount account = new BillingAccount(CUSTOMER, START);

  private static Billing call() {
    Tariff tariff = new Tariff(new BigDecimal("0.01"), 6, new BigDecimal("0.01"), 6);
    UUID id = UUID.randomUUID();
    return new Billing(
        new BillingDraft(
            id,
            CUSTOMER,
            TransactionType.USAGE,
            CostType.CALL_PSTN_OUTGOING,
            id,
            "+1",
            "+2",
            tariff),
        START);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0.01",
    "0, 0.01",
    "1, 0.01",
    "6000, 0.01",
    "6001, 0.02",
    "12000, 0.02",
    "12001, 0.02"
  })
  void costsWhatWasUsedAndNeverMoreThanWasSetApart(long millis, BigDecimal cost) {
    Billing billing = call();
    billing.reserveFirst();
    billing.reserveNext(1);
    billing.begin(START);

    Instant end = START.plusMillis(millis);
    assertThat(billing.endUse(billing.lasted(end), end, "normal")).isEqualByComparingTo(cost);
    assertThat(billing.amount()).isEqualByComparingTo(cost.negate());
    assertThat(billing.reserved()).isZero();
    assertThat(billing.isOpen()).isFalse();
  }

  @Test
  void costsNothingIfNobodyAnswered() {
    Billing billing = call();
    billing.reserveFirst();

    Instant end = START.plusSeconds(60);
    assertThat(billing.endUse(billing.lasted(end), end, "noanswer")).isZero();
    assertThat(billing.usageUnits()).isZero();
  }

  @Test
  void saysUntilWhenItIsPaid() {
    Billing billing = call();
    billing.reserveFirst();
    billing.begin(START);
    billing.reserveNext(4);

    assertThat(billing.paidUntil()).isEqualTo(START.plusSeconds(30));
    assertThat(billing.reserved()).isEqualByComparingTo("0.05");
  }

  @Test
  void accountSetsApartAndPaysButNeverMoreThanItHas() {
    account.topUp(new BigDecimal("0.05"), START);
    account.reserve(new BigDecimal("0.03"));

    assertThat(account.available()).isEqualByComparingTo("0.02");
    assertThatThrownBy(() -> account.reserve(new BigDecimal("0.021")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> account.pay(new BigDecimal("0.021")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> account.settle(new BigDecimal("0.03"), new BigDecimal("0.031")))
        .isInstanceOf(IllegalStateException.class);
    account.settle(new BigDecimal("0.03"), new BigDecimal("0.01"));
    assertThat(account.balance()).isEqualByComparingTo("0.04");
    assertThat(account.reserved()).isZero();
  }

  @Test
  void deletedAccountStaysDeleted() {
    account.delete(START);

    assertThat(account.isActive()).isFalse();
    assertThatThrownBy(() -> account.transitionTo(AccountStatus.ACTIVE, START))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void bothSidesOfAMovementSumUpToZero() {
    Movement movement = new Movement(UUID.randomUUID(), LedgerKind.USAGE, UUID.randomUUID(), START);
    List<LedgerEntry> sides =
        LedgerEntry.moving(new BigDecimal("0.03"), CUSTOMER.value(), LedgerEntry.REVENUE, movement);

    assertThat(sides).hasSize(2).allMatch(side -> side.id().equals(movement.id()));
    assertThat(sides.get(0).amount()).isEqualByComparingTo("-0.03");
    assertThat(sides.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isZero();
  }
}
