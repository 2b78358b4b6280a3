package org.tandemvoice.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/** Rules by which campaigns dial: as whom, how long, how often and how soon again. */
@Entity
@Table(name = "outplans")
public class Outplan extends OwnedResource {

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Lob
  @Column(name = "source", nullable = false)
  private Address source;

  @Column(name = "dial_timeout_ms", nullable = false)
  private long dialTimeoutMs;

  @Column(name = "try_interval_ms", nullable = false)
  private long tryIntervalMs;

  @Column(name = "max_try_count_0", nullable = false)
  private int maxTryCount0;

  @Column(name = "max_try_count_1", nullable = false)
  private int maxTryCount1;

  @Column(name = "max_try_count_2", nullable = false)
  private int maxTryCount2;

  @Column(name = "max_try_count_3", nullable = false)
  private int maxTryCount3;

  @Column(name = "max_try_count_4", nullable = false)
  private int maxTryCount4;

  protected Outplan() {}

  public Outplan(UUID id, CustomerId customerId, OutplanProfile profile, Instant now) {
    super(id, customerId, now);
    describe(profile);
  }

  /** Campaigns that run dial by the new rules from now on. */
  public void change(OutplanProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(OutplanProfile profile) {
    name = profile.name();
    detail = profile.detail();
    source = profile.source();
    dialTimeoutMs = profile.dialTimeout().toMillis();
    tryIntervalMs = profile.limits().interval().toMillis();
    maxTryCount0 = profile.limits().counts().get(0);
    maxTryCount1 = profile.limits().counts().get(1);
    maxTryCount2 = profile.limits().counts().get(2);
    maxTryCount3 = profile.limits().counts().get(3);
    maxTryCount4 = profile.limits().counts().get(4);
  }

  public OutplanProfile profile() {
    return new OutplanProfile(name, detail, source, Duration.ofMillis(dialTimeoutMs), limits());
  }

  public TryLimits limits() {
    return new TryLimits(
        List.of(maxTryCount0, maxTryCount1, maxTryCount2, maxTryCount3, maxTryCount4),
        Duration.ofMillis(tryIntervalMs));
  }
}
