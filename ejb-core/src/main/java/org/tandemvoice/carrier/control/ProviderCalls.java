package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.carrier.entity.ProviderCall;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of provider calls, which belong to the platform. Deleted ones are not found. */
@ApplicationScoped
public class ProviderCalls {

  private static final String LIVE = "select e from ProviderCall e where e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;

  void add(ProviderCall call) {
    entityManager.persist(call);
  }

  Optional<ProviderCall> find(UUID id) {
    return Optional.ofNullable(entityManager.find(ProviderCall.class, id))
        .filter(found -> !found.isDeleted());
  }

  /** Its row locked until the commit. */
  Optional<ProviderCall> lock(UUID id) {
    return Optional.ofNullable(
            entityManager.find(ProviderCall.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> !found.isDeleted());
  }

  /** All, or those of one provider. */
  Page<ProviderCall> page(Optional<UUID> provider, PageRequest request) {
    String condition = provider.map(id -> " and e.providerId = :provider").orElse("");
    TypedQuery<ProviderCall> query =
        entityManager.createQuery(LIVE + condition + NewestFirst.CONDITION, ProviderCall.class);
    provider.ifPresent(id -> query.setParameter("provider", id));
    return NewestFirst.page(
        query, request, call -> new PagePosition(call.createdAt(), Optional.of(call.uuid())));
  }
}
