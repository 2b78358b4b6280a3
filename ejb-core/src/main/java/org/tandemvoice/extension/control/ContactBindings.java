package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.ContactBinding;

/** The stored contact bindings. */
@ApplicationScoped
public class ContactBindings {

  @PersistenceContext EntityManager entities;

  /**
   * Where the extension can be reached now, preferred and most recent first. What the transaction
   * has not written yet is nothing to this query, and need not be now.
   */
  public List<ContactBinding> current(CustomerId customer, UUID extensionId, Instant now) {
    return entities
        .createQuery(
            "select b from ContactBinding b where b.customerId = :customer"
                + " and b.extensionId = :extension and b.tmExpire > :now"
                + " order by b.qThousandths desc, b.tmRegister desc",
            ContactBinding.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("customer", customer.value())
        .setParameter("extension", extensionId)
        .setParameter("now", now)
        .getResultList();
  }

  /** All that are stored for the extension, expired ones included. */
  List<ContactBinding> stored(CustomerId customer, UUID extensionId) {
    return entities
        .createQuery(
            "select b from ContactBinding b where b.customerId = :customer"
                + " and b.extensionId = :extension",
            ContactBinding.class)
        .setParameter("customer", customer.value())
        .setParameter("extension", extensionId)
        .getResultList();
  }

  /** How many are valid that this node has taken, of every customer. */
  long count(String node, Instant now) {
    return entities
        .createQuery(
            "select count(b) from ContactBinding b where b.nodeId = :node and b.tmExpire > :now",
            Long.class)
        .setParameter("node", node)
        .setParameter("now", now)
        .getSingleResult();
  }

  /** The next of them in the order of their ids. */
  List<ContactBinding> after(UUID last, String node, Instant now, int most) {
    return entities
        .createQuery(
            "select b from ContactBinding b where b.id > :last and b.nodeId = :node"
                + " and b.tmExpire > :now order by b.id",
            ContactBinding.class)
        .setParameter("last", last)
        .setParameter("node", node)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  Optional<ContactBinding> find(UUID id) {
    return Optional.ofNullable(entities.find(ContactBinding.class, id));
  }

  void add(ContactBinding binding) {
    entities.persist(binding);
  }

  void remove(ContactBinding binding) {
    entities.remove(binding);
  }

  /** Where some of those are that have expired, of every customer. */
  List<AbandonedContacts> expired(Instant now, int most) {
    return entities
        .createQuery(
            "select distinct new org.tandemvoice.extension.control.AbandonedContacts("
                + "b.customerId, b.extensionId) from ContactBinding b where b.tmExpire <= :now",
            AbandonedContacts.class)
        .setParameter("now", now)
        .setMaxResults(most)
        .getResultList();
  }

  /** Deletes those of the extension that have expired. */
  void removeExpired(CustomerId customer, UUID extensionId, Instant now) {
    entities
        .createQuery(
            "delete from ContactBinding b where b.customerId = :customer"
                + " and b.extensionId = :extension and b.tmExpire <= :now")
        .setParameter("customer", customer.value())
        .setParameter("extension", extensionId)
        .setParameter("now", now)
        .executeUpdate();
  }
}
