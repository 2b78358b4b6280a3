package org.tandemvoice.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who owns resources, signs in and pays. Deleting is soft: the row stays, its agents, access keys
 * and extensions are refused from then on.
 */
@Entity
@Table(name = "customers")
public class Customer {

  @Id private UUID id;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "email", nullable = false)
  private String email;

  @Column(name = "phone_number", nullable = false)
  private String phoneNumber;

  @Column(name = "address", nullable = false)
  private String address;

  @Enumerated(EnumType.STRING)
  @Column(name = "webhook_method")
  private WebhookMethod webhookMethod;

  @Column(name = "webhook_uri", nullable = false)
  private String webhookUri;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private CustomerStatus status = CustomerStatus.ACTIVE;

  @Column(name = "email_verified", nullable = false)
  private boolean emailVerified;

  @Column(name = "terms_agreed_version", nullable = false)
  private String termsAgreedVersion = "";

  @Column(name = "terms_agreed_ip", nullable = false)
  private String termsAgreedIp = "";

  @Column(name = "rtp_debug", nullable = false)
  private boolean rtpDebug;

  @Column(name = "tm_deletion_scheduled")
  private Instant tmDeletionScheduled;

  @Column(name = "tm_create", nullable = false)
  private Instant tmCreate;

  @Column(name = "tm_update")
  private Instant tmUpdate;

  @Column(name = "tm_delete")
  private Instant tmDelete;

  @Version private long version;

  protected Customer() {}

  public Customer(CustomerId id, CustomerProfile profile, Instant now) {
    this.id = id.value();
    this.tmCreate = now;
    describe(profile);
  }

  /** One that signs itself up; it calls nobody before it has verified its e-mail address. */
  public Customer(CustomerId id, CustomerProfile profile, TermsAgreement terms, Instant now) {
    this(id, profile, now);
    status = CustomerStatus.INITIAL;
    termsAgreedVersion = terms.version();
    termsAgreedIp = terms.address();
  }

  /** Replaces all that the customer says of itself. Another e-mail address is not verified. */
  public void change(CustomerProfile profile, Instant now) {
    emailVerified = emailVerified && profile.email().equals(email);
    describe(profile);
    tmUpdate = now;
  }

  private void describe(CustomerProfile profile) {
    name = profile.name();
    detail = profile.detail();
    email = profile.email();
    phoneNumber = profile.phoneNumber();
    address = profile.address();
    webhookMethod = profile.webhookMethod().orElse(null);
    webhookUri = profile.webhookUri();
  }

  /**
   * The only way the status changes; false if it cannot follow the present one, and nothing has
   * changed then.
   */
  private boolean transitionTo(CustomerStatus next, Instant now) {
    if (!status.next().contains(next)) {
      return false;
    }
    status = next;
    tmUpdate = now;
    return true;
  }

  /** Whoever reads the mail of the customer has said so: what waited for that may begin. */
  public void verifyEmail(Instant now) {
    emailVerified = true;
    tmUpdate = now;
    if (status == CustomerStatus.INITIAL) {
      transitionTo(CustomerStatus.ACTIVE, now);
    }
  }

  /** Stops it; false if it is stopped or gone already. */
  public boolean freeze(Instant now) {
    return transitionTo(CustomerStatus.FROZEN, now);
  }

  /** Stops it until it is deleted at that time; false if it is stopped or gone already. */
  public boolean leave(Instant deletion, Instant now) {
    boolean isNew = freeze(now);
    if (isNew) {
      tmDeletionScheduled = deletion;
    }
    return isNew;
  }

  /** Deletes it at its own wish; false if it is gone already, or others have frozen it. */
  public boolean leaveNow(Instant now) {
    boolean isHeld = status == CustomerStatus.FROZEN && tmDeletionScheduled == null;
    return !isHeld && delete(now);
  }

  /** It does not leave after all; false if it was not about to. */
  public boolean stay(Instant now) {
    return tmDeletionScheduled != null && recover(now);
  }

  /** It may do what it might before it was frozen; false if it is not frozen. */
  public boolean recover(Instant now) {
    boolean isUnverified = hasSignedUp() && !emailVerified;
    boolean isNew =
        status == CustomerStatus.FROZEN
            && transitionTo(isUnverified ? CustomerStatus.INITIAL : CustomerStatus.ACTIVE, now);
    if (isNew) {
      tmDeletionScheduled = null;
    }
    return isNew;
  }

  /** Whether it is to be deleted, and the time for that has come. */
  public boolean isDue(Instant now) {
    return status == CustomerStatus.FROZEN
        && tmDeletionScheduled != null
        && !now.isBefore(tmDeletionScheduled);
  }

  /** Marks the customer as deleted; false if it is already. */
  public boolean delete(Instant now) {
    boolean isNew = transitionTo(CustomerStatus.DELETED, now);
    if (isNew) {
      tmDelete = now;
    }
    return isNew;
  }

  public CustomerId id() {
    return new CustomerId(id);
  }

  public CustomerProfile profile() {
    return new CustomerProfile(
        name, detail, email, phoneNumber, address, Optional.ofNullable(webhookMethod), webhookUri);
  }

  public boolean isEmailVerified() {
    return emailVerified;
  }

  /** What it agreed to when it signed up; both empty if somebody else made it. */
  public TermsAgreement terms() {
    return new TermsAgreement(termsAgreedVersion, termsAgreedIp);
  }

  /** Notes whether the media of its calls is to be looked into. */
  public void debugRtp(boolean isWanted, Instant now) {
    rtpDebug = isWanted;
    tmUpdate = now;
  }

  public boolean isRtpDebugged() {
    return rtpDebug;
  }

  /** Whether it opened itself; otherwise an administrator did. */
  public boolean hasSignedUp() {
    return !termsAgreedVersion.isEmpty();
  }

  public CustomerStatus status() {
    return status;
  }

  /** When it will be deleted; empty if it does not leave. */
  public Optional<Instant> deletionScheduledAt() {
    return Optional.ofNullable(tmDeletionScheduled);
  }

  public boolean isDeleted() {
    return tmDelete != null;
  }

  public Instant createdAt() {
    return tmCreate;
  }

  public Optional<Instant> updatedAt() {
    return Optional.ofNullable(tmUpdate);
  }

  public Optional<Instant> deletedAt() {
    return Optional.ofNullable(tmDelete);
  }
}
