package org.tandemvoice.fraud.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.fraud.entity.OutboundConfig;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of the limits of customers. */
@ApplicationScoped
public class OutboundConfigs {

  @PersistenceContext private EntityManager entityManager;

  public void add(OutboundConfig config) {
    entityManager.persist(config);
  }

  public void remove(OutboundConfig config) {
    entityManager.remove(config);
  }

  /** Empty if the customer has none of its own. */
  public Optional<OutboundConfig> find(CustomerId customer) {
    return Optional.ofNullable(entityManager.find(OutboundConfig.class, customer.value()));
  }

  /** The same, its row locked until the commit. */
  public Optional<OutboundConfig> lock(CustomerId customer) {
    return Optional.ofNullable(
        entityManager.find(OutboundConfig.class, customer.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those of all customers that have their own. */
  public Page<OutboundConfig> page(PageRequest request) {
    return NewestFirst.page(
        entityManager.createQuery(
            "select e from OutboundConfig e where e.tmDelete is null" + NewestFirst.CONDITION,
            OutboundConfig.class),
        request,
        config -> new PagePosition(config.createdAt(), Optional.of(config.uuid())));
  }
}
