package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of providers, which belong to the platform. Deleted ones are not found. */
@ApplicationScoped
public class Providers {

  private static final String LIVE = "select e from Provider e where e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;

  public void add(Provider provider) {
    entityManager.persist(provider);
  }

  public Optional<Provider> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Provider.class, id))
        .filter(found -> !found.isDeleted());
  }

  /** The provider, its row locked until the commit. */
  public Optional<Provider> lock(UUID id) {
    return Optional.ofNullable(
            entityManager.find(Provider.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> !found.isDeleted());
  }

  public List<Provider> all() {
    return entityManager.createQuery(LIVE, Provider.class).getResultList();
  }

  public Page<Provider> page(PageRequest request) {
    return NewestFirst.page(
        entityManager.createQuery(LIVE + NewestFirst.CONDITION, Provider.class),
        request,
        provider -> new PagePosition(provider.createdAt(), Optional.of(provider.uuid())));
  }
}
