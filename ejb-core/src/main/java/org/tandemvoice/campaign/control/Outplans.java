package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Outplan;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of outplans. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Outplans {

  private static final LiveResources<Outplan> LIVE = new LiveResources<>(Outplan.class);

  @PersistenceContext private EntityManager entityManager;

  public void add(Outplan added) {
    entityManager.persist(added);
  }

  public Optional<Outplan> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
  }

  /** The same, its row locked until the commit. */
  public Optional<Outplan> lock(CustomerId customer, UUID id) {
    return LIVE.lock(entityManager, customer, id);
  }

  public Page<Outplan> page(CustomerId customer, PageRequest request) {
    return LIVE.page(entityManager, customer, request);
  }
}
