package org.tandemvoice.idempotency.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.idempotency.entity.IdempotencyRecord;

/** The repository of requests with keys. */
@ApplicationScoped
public class IdempotencyRecords {

  @PersistenceContext private EntityManager entityManager;

  /** Writes it at once. False if the customer has used the key, also at this moment. */
  boolean add(IdempotencyRecord record) {
    try {
      entityManager.persist(record);
      entityManager.flush();
      return true;
    } catch (PersistenceException failure) {
      if (Collision.causes(failure)) {
        return false;
      }
      throw failure;
    }
  }

  Optional<IdempotencyRecord> find(CustomerId customer, String key) {
    return entityManager
        .createQuery(
            "select r from IdempotencyRecord r where r.customerId = :customer and r.key = :key",
            IdempotencyRecord.class)
        .setParameter("customer", customer.value())
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  Optional<IdempotencyRecord> find(UUID id) {
    return Optional.ofNullable(entityManager.find(IdempotencyRecord.class, id));
  }

  void remove(IdempotencyRecord record) {
    entityManager.remove(record);
  }

  int deleteBefore(Instant limit) {
    return entityManager
        .createQuery("delete from IdempotencyRecord r where r.tmCreate < :limit")
        .setParameter("limit", limit)
        .executeUpdate();
  }
}
