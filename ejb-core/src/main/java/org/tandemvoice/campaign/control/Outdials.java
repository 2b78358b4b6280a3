package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outdial;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of outdials. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Outdials {

  private static final LiveResources<Outdial> LIVE = new LiveResources<>(Outdial.class);

  @PersistenceContext private EntityManager entityManager;

  public void add(Outdial added) {
    entityManager.persist(added);
  }

  public Optional<Outdial> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
  }

  /** The same, its row locked until the commit. */
  public Optional<Outdial> lock(CustomerId customer, UUID id) {
    return LIVE.lock(entityManager, customer, id);
  }

  public Page<Outdial> page(CustomerId customer, PageRequest request) {
    return LIVE.page(entityManager, customer, request);
  }
}
