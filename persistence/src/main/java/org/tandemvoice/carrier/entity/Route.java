package org.tandemvoice.carrier.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * Says by which provider the calls of a customer to certain countries go. Several are tried in the
 * order of their priority. The nil UUID as customer means every customer that has none of its own.
 */
@Entity
@Table(name = "routes")
public class Route extends OwnedResource {

  /** The target that every number belongs to. */
  public static final String ALL = "all";

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Column(name = "provider_id", nullable = false)
  private UUID providerId;

  @Column(name = "priority", nullable = false)
  private int priority;

  @Column(name = "target", nullable = false)
  private String target;

  protected Route() {}

  public Route(UUID id, CustomerId customer, RouteProfile profile, Instant now) {
    super(id, customer, now);
    describe(profile);
  }

  public void change(RouteProfile profile, Instant now) {
    describe(profile);
    touch(now);
  }

  private void describe(RouteProfile profile) {
    name = profile.name();
    detail = profile.detail();
    providerId = profile.providerId();
    priority = profile.priority();
    target = profile.target();
  }

  public RouteProfile profile() {
    return new RouteProfile(name, detail, providerId, priority, target);
  }
}
