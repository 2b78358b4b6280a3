package org.tandemvoice.campaign.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * Somebody to be called, at up to five destinations. A try is counted before anybody is dialled, in
 * the same commit as the call, so that no crash makes it forget one.
 */
@Entity
@Table(name = "outdial_targets")
public class OutdialTarget extends OwnedResource {

  @Column(name = "outdial_id", nullable = false)
  private UUID outdialId;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "detail", nullable = false)
  private String detail;

  @Lob
  @Column(name = "data", nullable = false)
  private String data;

  @Lob
  @Column(name = "destinations", nullable = false)
  private String destinations;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", nullable = false)
  private TargetStatus status = TargetStatus.IDLE;

  @Column(name = "try_counts", nullable = false)
  private String tryCounts = "[0,0,0,0,0]";

  @Column(name = "tm_last_try")
  private Instant tmLastTry;

  protected OutdialTarget() {}

  public OutdialTarget(
      UUID id, CustomerId customerId, UUID outdialId, TargetProfile profile, Instant now) {
    super(id, customerId, now);
    this.outdialId = outdialId;
    name = profile.name();
    detail = profile.detail();
    data = profile.data();
    JsonArrayBuilder all = JSON.createArrayBuilder();
    profile.destinations().forEach(destination -> all.add(AddressColumn.json(destination)));
    destinations = all.build().toString();
  }

  /**
   * The only way a state changes.
   *
   * @throws IllegalStateException if the state cannot follow the present one
   */
  private void transitionTo(TargetStatus next, Instant now) {
    if (!status.next().contains(next)) {
      throw new IllegalStateException(
          "target " + uuid() + " is " + status.text() + " and cannot become " + next.text());
    }
    status = next;
    touch(now);
  }

  /** The destination to be tried next: the first one with tries left; empty if none is left. */
  public OptionalInt nextDestination(TryLimits limits) {
    List<Address> all = destinations();
    List<Integer> tries = tryCounts();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).equals(Address.NONE) && tries.get(i) < limits.counts().get(i)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A try at this destination begins.
   *
   * @return the how manyth it is there
   */
  public int begin(int destination, Instant now) {
    transitionTo(TargetStatus.PROGRESSING, now);
    List<Integer> tries = new ArrayList<>(tryCounts());
    int count = tries.get(destination) + 1;
    tries.set(destination, count);
    tryCounts = JSON.createArrayBuilder(tries).build().toString();
    tmLastTry = now;
    return count;
  }

  /**
   * The try is over.
   *
   * @param isAgain whether the target may be tried again
   */
  public void end(boolean isAgain, Instant now) {
    transitionTo(isAgain ? TargetStatus.IDLE : TargetStatus.DONE, now);
    tmLastTry = now;
  }

  /** No destination has tries left. */
  public void exhausted(Instant now) {
    transitionTo(TargetStatus.DONE, now);
  }

  public UUID outdialId() {
    return outdialId;
  }

  public TargetStatus status() {
    return status;
  }

  public TargetProfile profile() {
    return new TargetProfile(name, detail, data, destinations());
  }

  public List<Address> destinations() {
    return JsonText.array(destinations).getValuesAs(JsonObject.class).stream()
        .map(AddressColumn::address)
        .toList();
  }

  /** How often each destination has been tried. */
  public List<Integer> tryCounts() {
    return JsonText.array(tryCounts).getValuesAs(JsonNumber::intValue);
  }
}
