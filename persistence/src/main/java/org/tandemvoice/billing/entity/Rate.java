package org.tandemvoice.billing.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * The price of something for one customer, or, with the nil UUID as customer, for everybody who has
 * none of his own that fits.
 */
@Entity
@Table(name = "rates")
public class Rate extends OwnedResource {

  /** The target that every number belongs to. */
  public static final String ALL = "all";

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Enumerated(EnumType.STRING)
  @Column(name = "rate_type", nullable = false)
  private RateType rateType;

  @Column(name = "target", nullable = false)
  private String target;

  @Embedded private Tariff tariff;

  protected Rate() {}

  public Rate(UUID id, CustomerId customer, RateProfile profile, Instant now) {
    super(id, customer, now);
    describe(profile);
  }

  public void change(RateProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(RateProfile profile) {
    name = profile.name();
    detail = profile.detail();
    rateType = profile.type();
    target = profile.target();
    tariff = profile.tariff();
  }

  public RateProfile profile() {
    return new RateProfile(name, detail, rateType, target, tariff);
  }
}
