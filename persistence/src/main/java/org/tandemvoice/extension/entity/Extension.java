package org.tandemvoice.extension.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.QueryHint;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.direct.entity.DirectHash;

/**
 * A SIP account. Its value is unique within the customer while it is not deleted, and never
 * changes. The password is kept sealed: phones need no more than a digest, but the API shows it
 * (seed 000).
 */
@Entity
@NamedQuery(
    name = Extension.LOCK,
    query = "select e from Extension e where e.id = :id",
    lockMode = LockModeType.PESSIMISTIC_WRITE,
    hints = @QueryHint(name = "eclipselink.flush", value = "false"))
@Table(name = "extensions")
public class Extension extends OwnedResource {

  /**
   * The query that reads the row of an {@code id} and locks it until the commit. It is named so
   * that it is prepared once, while {@code find} with a lock mode is prepared at each use.
   */
  public static final String LOCK = "Extension.lock";

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "extension", nullable = false)
  private String value;

  @Column(name = "live_extension")
  private String liveValue;

  @Column(name = "sealed_password", nullable = false)
  private String sealedPassword;

  @Column(name = "direct_hash", nullable = false)
  private String directHash;

  @Enumerated(EnumType.STRING)
  @Column(name = "reach", nullable = false)
  private ExtensionReach reach = ExtensionReach.UNREGISTERED;

  protected Extension() {}

  public Extension(
      UUID id,
      CustomerId customerId,
      String value,
      DirectHash directHash,
      ExtensionProfile profile,
      Instant now) {
    super(id, customerId, now);
    this.value = value;
    this.liveValue = value;
    this.directHash = directHash.text();
    describe(profile);
  }

  /** Replaces all that may change at any time. */
  public void change(ExtensionProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(ExtensionProfile profile) {
    name = profile.name();
    detail = profile.detail();
    sealedPassword = profile.sealedPassword();
  }

  /** From now on the old hash reaches nobody. */
  public void replaceDirectHash(DirectHash hash, Instant now) {
    directHash = hash.text();
    touch(now);
  }

  /**
   * The only way its reach changes, from any to any; false if that is not news. What the customer
   * has set up stays as it is, so this is no update of the extension.
   */
  public boolean transitionTo(ExtensionReach next) {
    boolean isNews = reach != next;
    reach = next;
    return isNews;
  }

  @Override
  public void delete(Instant now) {
    super.delete(now);
    liveValue = null;
  }

  public String name() {
    return name;
  }

  public String detail() {
    return detail;
  }

  /** The user part of its SIP address, letters and digits only (C-57). */
  public String value() {
    return value;
  }

  public String sealedPassword() {
    return sealedPassword;
  }

  public String directHash() {
    return directHash;
  }

  /** As it was told last: an expiry is noticed a few seconds later. */
  public ExtensionReach reach() {
    return reach;
  }
}
