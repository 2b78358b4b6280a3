package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.webhook.entity.DeliveryStatus;
import org.tandemvoice.webhook.entity.WebhookDelivery;

/** The repository of deliveries. */
@ApplicationScoped
public class WebhookDeliveries {

  @PersistenceContext private EntityManager entityManager;

  void add(WebhookDelivery delivery) {
    entityManager.persist(delivery);
  }

  /** To be changed in this transaction. */
  Optional<WebhookDelivery> lock(CustomerId customer, UUID webhook, UUID id) {
    return Optional.ofNullable(
            entityManager.find(WebhookDelivery.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> found.customerId().equals(customer) && found.webhookId().equals(webhook));
  }

  List<WebhookDelivery> of(Collection<UUID> ids) {
    return entityManager
        .createQuery("select e from WebhookDelivery e where e.id in :ids", WebhookDelivery.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Those of a webhook, newest first. */
  Page<WebhookDelivery> page(UUID webhook, Optional<DeliveryStatus> status, PageRequest request) {
    String condition = status.isPresent() ? " and e.status = :status" : "";
    var query =
        entityManager
            .createQuery(
                "select e from WebhookDelivery e where e.webhookId = :webhook"
                    + condition
                    + NewestFirst.CONDITION,
                WebhookDelivery.class)
            .setParameter("webhook", webhook);
    status.ifPresent(wanted -> query.setParameter("status", wanted));
    return NewestFirst.page(
        query,
        request,
        delivery -> new PagePosition(delivery.createdAt(), Optional.of(delivery.id())));
  }

  /** Webhooks whose deliveries wait in the database for this node. */
  List<UUID> waitingWebhooks(String node) {
    return entityManager
        .createQuery(
            "select distinct e.webhookId from WebhookDelivery e where e.status = :pending"
                + " and e.nodeId = :node and e.handed = true",
            UUID.class)
        .setParameter("pending", DeliveryStatus.PENDING)
        .setParameter("node", node)
        .getResultList();
  }

  /** Deliveries that wait in the database for this node, in order. */
  List<WebhookDelivery> waiting(String node, UUID webhook, int limit) {
    return entityManager
        .createQuery(
            "select e from WebhookDelivery e where e.status = :pending and e.nodeId = :node"
                + " and e.handed = true and e.webhookId = :webhook order by e.batch, e.position",
            WebhookDelivery.class)
        .setParameter("pending", DeliveryStatus.PENDING)
        .setParameter("node", node)
        .setParameter("webhook", webhook)
        .setMaxResults(limit)
        .getResultList();
  }

  /** What one node had to deliver shall be found in the database by this one; how many. */
  int hand(String from, String to) {
    return entityManager
        .createQuery(
            "update WebhookDelivery e set e.nodeId = :to, e.handed = true"
                + " where e.status = :pending and e.nodeId = :from")
        .setParameter("pending", DeliveryStatus.PENDING)
        .setParameter("from", from)
        .setParameter("to", to)
        .executeUpdate();
  }

  /** Deliveries of these resources that another node has to do, or that wait in the database. */
  List<WebhookDelivery> elsewhere(String node, Collection<UUID> resources) {
    return entityManager
        .createQuery(
            "select e from WebhookDelivery e where e.status = :pending and e.resourceId in :resources"
                + " and (e.nodeId <> :node or e.handed = true) order by e.batch, e.position",
            WebhookDelivery.class)
        .setParameter("pending", DeliveryStatus.PENDING)
        .setParameter("resources", resources)
        .setParameter("node", node)
        .getResultList();
  }

  int deleteBefore(Instant limit, int most) {
    List<UUID> old =
        entityManager
            .createQuery(
                "select e.id from WebhookDelivery e where e.tmCreate < :limit order by e.tmCreate",
                UUID.class)
            .setParameter("limit", limit)
            .setMaxResults(most)
            .getResultList();
    return old.isEmpty()
        ? 0
        : entityManager
            .createQuery("delete from WebhookDelivery e where e.id in :ids")
            .setParameter("ids", old)
            .executeUpdate();
  }
}
