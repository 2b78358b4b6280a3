package org.tandemvoice.trunk.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.trunk.entity.Trunk;

/** Makes, changes and deletes trunks. */
@Stateless
public class TrunkManager {

  @Inject private Trunks trunks;
  @Inject private TrunkDocument document;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     TRUNK_ALREADY_EXISTS} if the domain name is taken by anybody
   */
  public Trunk create(CustomerId customer, JsonFields fields) {
    UUID id = ids.next();
    String domainName = document.domainName(fields);
    var profile = document.newProfile(id, fields);
    if (trunks.findByDomainName(domainName).isPresent()) {
      throw Trunks.taken(domainName);
    }
    Trunk trunk = new Trunk(id, customer, domainName, profile, clock.instant());
    trunks.add(trunk);
    return trunk;
  }

  public Trunk get(CustomerId customer, UUID id) {
    return trunks.find(customer, id).orElseThrow(() -> unknown(id));
  }

  public Page<Trunk> list(CustomerId customer, PageRequest request) {
    return trunks.page(customer, request);
  }

  /** All but the domain name may change; fields that are missing stay as they are. */
  public Trunk update(CustomerId customer, UUID id, JsonFields fields) {
    Trunk trunk = lock(customer, id);
    trunk.change(document.changed(id, trunk.profile(), fields), clock.instant());
    return trunk;
  }

  /** Calls that came by it go on; new ones are refused from now on. */
  public Trunk delete(CustomerId customer, UUID id) {
    Trunk trunk = lock(customer, id);
    trunk.delete(clock.instant());
    return trunk;
  }

  /** Anybody may take the domain names of a customer that is gone. */
  public void releaseAll(@Observes CustomerDeleted deleted) {
    trunks.of(deleted.customer()).forEach(trunk -> trunk.delete(deleted.at()));
  }

  private Trunk lock(CustomerId customer, UUID id) {
    return trunks
        .lock(id)
        .filter(trunk -> trunk.customerId().equals(customer))
        .orElseThrow(() -> unknown(id));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.TRUNK_NOT_FOUND, "there is no trunk " + id);
  }
}
