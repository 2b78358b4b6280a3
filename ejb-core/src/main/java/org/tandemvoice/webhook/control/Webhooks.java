package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.outbox.control.StatementLists;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookKind;
import org.tandemvoice.webhook.entity.WebhookStatus;

/** The repository of webhooks. Deleted ones are not found. */
@ApplicationScoped
public class Webhooks {

  private static final String LIVE = "select e from Webhook e where e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;

  public void add(Webhook webhook) {
    entityManager.persist(webhook);
  }

  public Optional<Webhook> find(CustomerId customer, UUID id) {
    return find(id).filter(webhook -> webhook.customerId().equals(customer));
  }

  /** Of whichever customer, for the platform's own use. */
  Optional<Webhook> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Webhook.class, id))
        .filter(webhook -> !webhook.isDeleted());
  }

  /** Of whichever customer, deleted or not, to be changed in this transaction. */
  Optional<Webhook> lock(UUID id) {
    return Optional.ofNullable(
        entityManager.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those a customer has made, newest first. */
  public Page<Webhook> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                LIVE + " and e.customerId = :customer and e.kind = :kind" + NewestFirst.CONDITION,
                Webhook.class)
            .setParameter("customer", customer.value())
            .setParameter("kind", WebhookKind.LISTED),
        request,
        webhook -> new PagePosition(webhook.createdAt(), Optional.of(webhook.uuid())));
  }

  public long count(CustomerId customer) {
    return entityManager
        .createQuery(
            "select count(e) from Webhook e where e.tmDelete is null and e.customerId = :customer"
                + " and e.kind = :kind",
            Long.class)
        .setParameter("customer", customer.value())
        .setParameter("kind", WebhookKind.LISTED)
        .getSingleResult();
  }

  /** All of a customer, whatever their kind. */
  List<Webhook> of(CustomerId customer) {
    return entityManager
        .createQuery(LIVE + " and e.customerId = :customer", Webhook.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  /** The active ones of these customers and these executions of flows. */
  List<Webhook> listening(Collection<UUID> customers, Collection<UUID> activeflows) {
    List<Webhook> ofCustomers =
        active("e.customerId in :ids and e.kind <> :kind", customers, WebhookKind.ACTIVEFLOW);
    List<Webhook> ofActiveflows =
        activeflows.isEmpty()
            ? List.of()
            : active("e.id in :ids and e.kind = :kind", activeflows, WebhookKind.ACTIVEFLOW);
    return Stream.concat(ofCustomers.stream(), ofActiveflows.stream()).toList();
  }

  private List<Webhook> active(String condition, Collection<UUID> ids, WebhookKind kind) {
    return entityManager
        .createQuery(LIVE + " and e.status = :active and " + condition, Webhook.class)
        .setHint("eclipselink.read-only", true)
        .setParameter("active", WebhookStatus.ACTIVE)
        .setParameter("ids", StatementLists.padded(ids))
        .setParameter("kind", kind)
        .getResultList();
  }
}
