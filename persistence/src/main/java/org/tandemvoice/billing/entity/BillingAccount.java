package org.tandemvoice.billing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * The money of a customer, one account each, under the customer's own id. What is reserved for
 * running calls is still in the balance but can be spent for nothing else, so that the balance is
 * never below zero.
 */
@Entity
@Table(name = "billing_accounts")
public class BillingAccount extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name = "Account";

  @Column(name = "detail", nullable = false)
  private String detail = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private AccountStatus status = AccountStatus.ACTIVE;

  @Column(name = "balance", nullable = false)
  private BigDecimal balance = Tariff.NOTHING;

  @Column(name = "reserved", nullable = false)
  private BigDecimal reserved = Tariff.NOTHING;

  @Column(name = "payment_type", nullable = false)
  private String paymentType = "prepaid";

  @Column(name = "payment_method", nullable = false)
  private String paymentMethod = "";

  @Column(name = "tm_last_topup")
  private Instant tmLastTopup;

  protected BillingAccount() {}

  public BillingAccount(CustomerId customer, Instant now) {
    super(customer.value(), customer, now);
  }

  public void rename(String newName, String newDetail, Instant now) {
    name = newName;
    detail = newDetail;
    touch(now);
  }

  public void payBy(String type, String method, Instant now) {
    paymentType = type;
    paymentMethod = method;
    touch(now);
  }

  /**
   * The only way the state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  public void transitionTo(AccountStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "account " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  @Override
  public void delete(Instant now) {
    if (status != AccountStatus.DELETED) {
      transitionTo(AccountStatus.DELETED, now);
    }
    super.delete(now);
  }

  /** Money comes in. */
  public void topUp(BigDecimal amount, Instant now) {
    balance = balance.add(amount);
    tmLastTopup = now;
    touch(now);
  }

  /**
   * Sets money apart.
   *
   * @throws IllegalStateException if there is not enough
   */
  public void reserve(BigDecimal amount) {
    requireAvailable(amount);
    reserved = reserved.add(amount);
  }

  /**
   * What was set apart is paid to this part, and the rest is free again.
   *
   * @throws IllegalStateException if it was less
   */
  public void settle(BigDecimal setApart, BigDecimal paid) {
    if (paid.compareTo(setApart) > 0 || setApart.compareTo(reserved) > 0) {
      throw new IllegalStateException(
          "account "
              + uuid()
              + " has "
              + reserved
              + " set apart, not "
              + setApart
              + " for "
              + paid);
    }
    reserved = reserved.subtract(setApart);
    balance = balance.subtract(paid);
  }

  /**
   * Pays at once.
   *
   * @throws IllegalStateException if there is not enough
   */
  public void pay(BigDecimal amount) {
    requireAvailable(amount);
    balance = balance.subtract(amount);
  }

  private void requireAvailable(BigDecimal amount) {
    if (amount.signum() < 0 || amount.compareTo(available()) > 0) {
      throw new IllegalStateException(
          "account " + uuid() + " has " + available() + ", not " + amount);
    }
  }

  public boolean isActive() {
    return status == AccountStatus.ACTIVE;
  }

  /** What nothing has been set apart for. */
  public BigDecimal available() {
    return balance.subtract(reserved);
  }

  public BigDecimal balance() {
    return balance;
  }

  public BigDecimal reserved() {
    return reserved;
  }

  public AccountStatus status() {
    return status;
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  public String paymentType() {
    return paymentType;
  }

  public String paymentMethod() {
    return paymentMethod;
  }

  public Optional<Instant> lastTopUpAt() {
    return Optional.ofNullable(tmLastTopup);
  }
}
