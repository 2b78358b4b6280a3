package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.OutdialTarget;
import org.tandemvoice.campaign.entity.TargetStatus;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transaction.control.HeldRows;

/** The repository of the targets of outdials. Deleted ones are not found, nor tried. */
@ApplicationScoped
public class OutdialTargets {

  private static final String LIVE =
      "select e from OutdialTarget e where e.outdialId = :outdial and e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;
  @Inject private HeldRows rows;

  public void add(OutdialTarget target) {
    entityManager.persist(target);
  }

  public Optional<OutdialTarget> find(UUID outdial, UUID id) {
    return Optional.ofNullable(entityManager.find(OutdialTarget.class, id))
        .filter(found -> found.outdialId().equals(outdial) && !found.isDeleted());
  }

  /** The target, deleted or not, its row locked until the commit. */
  public Optional<OutdialTarget> lock(UUID id) {
    return Optional.ofNullable(
        rows.hold(OutdialTarget.class, id)
            ? entityManager.find(OutdialTarget.class, id, LockModeType.PESSIMISTIC_WRITE)
            : entityManager.find(OutdialTarget.class, id));
  }

  public Page<OutdialTarget> page(UUID outdial, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(LIVE + NewestFirst.CONDITION, OutdialTarget.class)
            .setParameter("outdial", outdial),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }

  /** Whether any is not done and not being tried. */
  boolean isAnyIdle(UUID outdial) {
    return !entityManager
        .createQuery(
            "select e.id from OutdialTarget e where e.outdialId = :outdial and e.tmDelete is null"
                + " and e.status = :idle",
            UUID.class)
        .setParameter("outdial", outdial)
        .setParameter("idle", TargetStatus.IDLE)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Ids of those that nobody tries, the never tried first, then whose last try is longest ago.
   *
   * @param triedBefore only those whose last try was over before
   */
  List<UUID> due(UUID outdial, Instant triedBefore, int limit) {
    return entityManager
        .createQuery(
            "select e.id from OutdialTarget e where e.outdialId = :outdial and e.tmDelete is null"
                + " and e.status = :idle and (e.tmLastTry is null or e.tmLastTry <= :before)"
                + " order by e.tmLastTry, e.id",
            UUID.class)
        .setParameter("outdial", outdial)
        .setParameter("idle", TargetStatus.IDLE)
        .setParameter("before", triedBefore)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The target if nobody has it, its row locked until the commit. */
  Optional<OutdialTarget> claim(UUID id) {
    boolean isFree =
        !entityManager
            .createNativeQuery(
                "select id from outdial_targets where id = ?1 and tm_delete is null"
                    + " for update skip locked")
            .setParameter(1, id.toString())
            .getResultList()
            .isEmpty();
    return isFree
        ? lock(id).filter(found -> found.status() == TargetStatus.IDLE)
        : Optional.empty();
  }
}
