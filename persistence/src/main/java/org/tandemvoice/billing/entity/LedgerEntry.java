package org.tandemvoice.billing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One side of a movement of money. A movement has two, of one id, that sum up to zero, so the sum
 * of all entries is zero at any time. Entries are never changed.
 */
@Entity
@Table(name = "ledger_entries")
@IdClass(LedgerEntryId.class)
public class LedgerEntry {

  /** Where the money of customers comes from and what is taken back goes to. */
  public static final UUID FUNDING = new UUID(0, 1);

  /** Where the money of customers goes for what they use. */
  public static final UUID REVENUE = new UUID(0, 2);

  @Id private UUID id;

  @Id
  @Column(name = "account_id", nullable = false)
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", nullable = false)
  private LedgerKind kind;

  @Column(name = "reference_id", nullable = false)
  private UUID referenceId;

  @Column(name = "amount", nullable = false)
  private BigDecimal amount;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  protected LedgerEntry() {}

  private LedgerEntry(UUID accountId, BigDecimal amount, Movement movement) {
    this.id = movement.id();
    this.accountId = accountId;
    this.kind = movement.kind();
    this.referenceId = movement.referenceId();
    this.amount = amount;
    this.tmCreate = movement.at();
  }

  /**
   * Which movement entries are of.
   *
   * @param referenceId the billing that tells what it was for
   */
  public record Movement(UUID id, LedgerKind kind, UUID referenceId, Instant at) {}

  /** Both sides of a movement of so much from the one account to the other. */
  public static List<LedgerEntry> moving(BigDecimal amount, UUID from, UUID to, Movement movement) {
    return List.of(
        new LedgerEntry(from, amount.negate(), movement), new LedgerEntry(to, amount, movement));
  }

  public UUID id() {
    return id;
  }

  public UUID accountId() {
    return accountId;
  }

  public LedgerKind kind() {
    return kind;
  }

  public UUID referenceId() {
    return referenceId;
  }

  public BigDecimal amount() {
    return amount;
  }

  public Instant createdAt() {
    return tmCreate;
  }
}
