package org.tandemvoice.billing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * What a customer has used or paid in: of a call, its call detail record, under the id of the call.
 * It keeps the tariff it began with, whatever becomes of the rate. While it is progressing what it
 * may cost is set apart on the account.
 */
@Entity
@Table(name = "billings")
public class Billing extends OwnedResource {

  /** A party that hangs up in the instant of the answer has been answered all the same. */
  private static final Duration MOMENT = Duration.ofMillis(1);

  private static final int ADDRESS_LENGTH = 255;

  @Column(name = "account_id", nullable = false)
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "transaction_type", nullable = false)
  private TransactionType transactionType;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private BillingStatus status = BillingStatus.PROGRESSING;

  @Column(name = "reference_type", nullable = false)
  private String referenceType;

  @Column(name = "reference_id", nullable = false)
  private UUID referenceId;

  @Enumerated(EnumType.STRING)
  @Column(name = "cost_type", nullable = false)
  private CostType costType;

  @Column(name = "source", nullable = false)
  private String source;

  @Column(name = "destination", nullable = false)
  private String destination;

  @Embedded private Tariff tariff;

  @Column(name = "reserved", nullable = false)
  private BigDecimal reserved = Tariff.NOTHING;

  @Column(name = "paid_units", nullable = false)
  private long paidUnits;

  @Column(name = "usage_units", nullable = false)
  private long usageUnits;

  @Column(name = "billable_units", nullable = false)
  private long billableUnits;

  @Column(name = "amount", nullable = false)
  private BigDecimal amount = Tariff.NOTHING;

  @Column(name = "balance_after", nullable = false)
  private BigDecimal balanceAfter = Tariff.NOTHING;

  @Column(name = "hangup_reason", nullable = false)
  private String hangupReason = "";

  @Column(name = "refusal", nullable = false)
  private String refusal = "";

  @Column(name = "tm_billing_start")
  private Instant tmBillingStart;

  @Column(name = "tm_billing_end")
  private Instant tmBillingEnd;

  protected Billing() {}

  public Billing(BillingDraft draft, Instant now) {
    super(draft.id(), draft.customer(), now);
    this.accountId = draft.customer().value();
    this.transactionType = draft.transactionType();
    this.costType = draft.costType();
    this.referenceType = draft.costType().reference();
    this.referenceId = draft.referenceId();
    this.source = cut(draft.source());
    this.destination = cut(draft.destination());
    this.tariff = draft.tariff();
  }

  private static String cut(String address) {
    return address.length() <= ADDRESS_LENGTH ? address : address.substring(0, ADDRESS_LENGTH);
  }

  /** The first increment is paid for, before there is any use. */
  public void reserveFirst() {
    reserved = tariff.firstPrice();
    paidUnits = tariff.firstIncrement();
  }

  /** So many more increments are paid for. */
  public void reserveNext(long increments) {
    reserved = reserved.add(tariff.next(increments));
    paidUnits += increments * tariff.nextIncrement();
  }

  /** The use begins; not before a call is answered. */
  public void begin(Instant now) {
    tmBillingStart = now;
    touch(now);
  }

  /** Until when the use is paid for. */
  public Instant paidUntil() {
    return tmBillingStart.plusSeconds(paidUnits);
  }

  /** How long the use has lasted; for a moment at least if it began, not at all if it never did. */
  public Duration lasted(Instant now) {
    if (tmBillingStart == null) {
      return Duration.ZERO;
    }
    Duration lasted = Duration.between(tmBillingStart, now);
    return lasted.compareTo(MOMENT) < 0 ? MOMENT : lasted;
  }

  /**
   * The use is over, or never began. It costs what was set apart at most: what nobody has paid for
   * was not delivered but for the moment it took to end it.
   *
   * @param lasted how long it was
   * @param reason the hangup reason of a call; empty for what is no call
   * @return what it costs
   */
  public BigDecimal endUse(Duration lasted, Instant now, String reason) {
    usageUnits = (Math.max(0, lasted.toMillis()) + 999) / 1000;
    long charged = Math.min(usageUnits, paidUnits);
    billableUnits = tariff.increments(charged);
    hangupReason = reason;
    BigDecimal cost = tariff.cost(charged).min(reserved);
    end(cost.negate(), now);
    return cost;
  }

  /** Something that has no duration, at this price. */
  public void used(long units, long increments, BigDecimal price, Instant now) {
    usageUnits = units;
    billableUnits = increments;
    tmBillingStart = now;
    end(price.negate(), now);
  }

  /** Money that came in, or, if below zero, went out. */
  public void moved(BigDecimal change, Instant now) {
    end(change, now);
  }

  /** The call was not let out; the code says by which rule. */
  public void refuse(String code, Instant now) {
    refusal = code;
    hangupReason = "failed";
    end(Tariff.NOTHING, now);
  }

  private void end(BigDecimal change, Instant now) {
    status = BillingStatus.END;
    amount = change;
    reserved = Tariff.NOTHING;
    tmBillingEnd = now;
    touch(now);
  }

  /** What the account holds after this. */
  public void leaves(BigDecimal balance) {
    balanceAfter = balance;
  }

  public boolean isOpen() {
    return status == BillingStatus.PROGRESSING;
  }

  public UUID accountId() {
    return accountId;
  }

  public TransactionType transactionType() {
    return transactionType;
  }

  public BillingStatus status() {
    return status;
  }

  public String referenceType() {
    return referenceType;
  }

  public UUID referenceId() {
    return referenceId;
  }

  public CostType costType() {
    return costType;
  }

  public String source() {
    return source;
  }

  public String destination() {
    return destination;
  }

  public Tariff tariff() {
    return tariff;
  }

  public BigDecimal reserved() {
    return reserved;
  }

  public long usageUnits() {
    return usageUnits;
  }

  public long billableUnits() {
    return billableUnits;
  }

  /** Below zero for what was used. */
  public BigDecimal amount() {
    return amount;
  }

  public BigDecimal balanceAfter() {
    return balanceAfter;
  }

  public String hangupReason() {
    return hangupReason;
  }

  /** The code of the rule that did not let the call out; empty if it was let out. */
  public String refusal() {
    return refusal;
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(tmBillingStart);
  }

  public Optional<Instant> endedAt() {
    return Optional.ofNullable(tmBillingEnd);
  }
}
