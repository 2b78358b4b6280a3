package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.recording.entity.Recording;
import org.tandemvoice.recording.entity.RecordingStatus;

/** The repository of recordings. */
@ApplicationScoped
public class Recordings {

  private static final int SOME = 100;
  private static final Set<RecordingStatus> OPEN =
      EnumSet.of(RecordingStatus.INITIATING, RecordingStatus.RECORDING, RecordingStatus.STOPPING);

  @PersistenceContext private EntityManager entityManager;

  public void add(Recording recording) {
    entityManager.persist(recording);
  }

  /** As it was committed last; empty for another customer's and for a deleted one. */
  public Optional<Recording> find(CustomerId customer, UUID id) {
    return find(id)
        .filter(found -> found.customerId().equals(customer))
        .filter(found -> !found.isDeleted());
  }

  /** Whoever owns it, and if it is deleted. */
  public Optional<Recording> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Recording.class, id));
  }

  /** The recording, to be changed in this transaction, which holds the lock of its call. */
  public Optional<Recording> lock(UUID id) {
    Optional<Recording> found = find(id);
    found.ifPresent(recording -> entityManager.refresh(recording, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /** The customer's recordings, newest first. */
  public Page<Recording> page(CustomerId customer, RecordingFilter filter, PageRequest request) {
    var query =
        entityManager
            .createQuery(
                "select e from Recording e where e.customerId = :customer and e.tmDelete is null"
                    + (filter.call().isPresent() ? " and e.callId = :call" : "")
                    + (filter.status().isPresent() ? " and e.status = :status" : "")
                    + NewestFirst.CONDITION,
                Recording.class)
            .setParameter("customer", customer.value());
    filter.call().ifPresent(call -> query.setParameter("call", call));
    filter.status().ifPresent(status -> query.setParameter("status", status));
    return NewestFirst.page(
        query,
        request,
        recording -> new PagePosition(recording.createdAt(), Optional.of(recording.uuid())));
  }

  /** The recordings of a call that are not over, oldest first. Its lock is held. */
  public List<Recording> openOf(CallId call) {
    return entityManager
        .createQuery(
            "select e from Recording e where e.callId = :call and e.status in :open order by e.id",
            Recording.class)
        .setParameter("call", call.value())
        .setParameter("open", OPEN)
        .getResultList();
  }

  /** Ids of the recordings of this node that are not over. */
  public List<UUID> openOf(String nodeId) {
    return entityManager
        .createQuery(
            "select e.id from Recording e where e.nodeId = :node and e.status in :open", UUID.class)
        .setParameter("node", nodeId)
        .setParameter("open", OPEN)
        .getResultList();
  }

  /** Ids of some recordings of this node whose whole file is to be stored now. */
  public List<UUID> toBeStored(String nodeId, Instant now) {
    return entityManager
        .createQuery(
            "select e.id from Recording e where e.nodeId = :node and e.status = :stopping"
                + " and e.tmEnd is not null and (e.tmRetry is null or e.tmRetry <= :now)",
            UUID.class)
        .setParameter("node", nodeId)
        .setParameter("stopping", RecordingStatus.STOPPING)
        .setParameter("now", now)
        .setMaxResults(SOME)
        .getResultList();
  }

  /** Ids of some recordings of this node that are deleted and still have a file. */
  public List<UUID> toBeDiscarded(String nodeId, Instant now) {
    return entityManager
        .createQuery(
            "select e.id from Recording e where e.stored = true and e.tmDelete is not null"
                + " and e.nodeId = :node and (e.tmRetry is null or e.tmRetry <= :now)",
            UUID.class)
        .setParameter("node", nodeId)
        .setParameter("now", now)
        .setMaxResults(SOME)
        .getResultList();
  }

  /**
   * Ids of some recordings of this node that have a file, and ended before that time or belong to
   * nobody any more.
   */
  public List<UUID> storedBefore(String nodeId, Instant time) {
    return entityManager
        .createQuery(
            "select e.id from Recording e, Customer c where c.id = e.customerId"
                + " and e.stored = true and e.tmDelete is null and e.nodeId = :node"
                + " and (e.tmEnd < :time or c.tmDelete is not null)",
            UUID.class)
        .setParameter("node", nodeId)
        .setParameter("time", time)
        .setMaxResults(SOME)
        .getResultList();
  }
}
