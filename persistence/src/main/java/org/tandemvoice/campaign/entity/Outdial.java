package org.tandemvoice.campaign.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/** A list of targets. One campaign at a time may call them. */
@Entity
@Table(name = "outdials")
public class Outdial extends OwnedResource {

  @Column(name = "campaign_id", nullable = false)
  private UUID campaignId = NIL;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Lob
  @Column(name = "data", nullable = false)
  private String data;

  protected Outdial() {}

  public Outdial(UUID id, CustomerId customerId, OutdialProfile profile, Instant now) {
    super(id, customerId, now);
    describe(profile);
  }

  public void change(OutdialProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(OutdialProfile profile) {
    name = profile.name();
    detail = profile.detail();
    data = profile.data();
  }

  /** This campaign calls its targets from now on; the nil UUID for none. */
  public void serve(UUID campaign, Instant now) {
    campaignId = campaign;
    touch(now);
  }

  public OutdialProfile profile() {
    return new OutdialProfile(name, detail, data);
  }

  /** The campaign that calls its targets, or the nil UUID. */
  public UUID campaignId() {
    return campaignId;
  }
}
