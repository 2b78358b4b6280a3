package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.ConferenceStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/**
 * The repository of conferences. Their rows are locked after those of calls, never before: who
 * holds a conference locks no call any more.
 */
@ApplicationScoped
public class Conferences {

  @PersistenceContext private EntityManager entityManager;

  /**
   * Writes it at once, so that an id that is taken shows here.
   *
   * @throws PlatformException {@code CONFERENCE_ALREADY_EXISTS}
   */
  public void add(Conference conference) {
    if (exists(conference.uuid())) {
      throw taken(conference.uuid());
    }
    try {
      entityManager.persist(conference);
      entityManager.flush();
    } catch (PersistenceException failure) {
      throw Collision.causes(failure) ? taken(conference.uuid()) : failure;
    }
  }

  private static PlatformException taken(UUID id) {
    return new PlatformException(
        ErrorCode.CONFERENCE_ALREADY_EXISTS, "there is a conference " + id + " already");
  }

  /** Whether anybody has, or had, a conference of that id. */
  public boolean exists(UUID id) {
    return entityManager.find(Conference.class, id) != null;
  }

  /** The customer's conference; empty for another customer's and for a deleted one. */
  public Optional<Conference> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Conference.class, id))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  /** The conference as it was committed last, whoever owns it. */
  public Optional<Conference> find(UUID id) {
    return Optional.ofNullable(entityManager.find(Conference.class, id));
  }

  /** The conference, its row locked until the commit. */
  public Optional<Conference> lock(UUID id) {
    Optional<Conference> found = Optional.ofNullable(entityManager.find(Conference.class, id));
    found.ifPresent(
        conference -> {
          if (entityManager.getLockMode(conference) != LockModeType.PESSIMISTIC_WRITE) {
            entityManager.refresh(conference, LockModeType.PESSIMISTIC_WRITE);
          }
        });
    return found;
  }

  /** The customer's conference, its row locked until the commit. */
  public Optional<Conference> lock(CustomerId customer, UUID id) {
    return find(customer, id).flatMap(found -> lock(found.uuid())).filter(c -> !c.isDeleted());
  }

  /** The conference that is called by this direct hash. */
  public Optional<Conference> findByDirectHash(String hash) {
    return entityManager
        .createQuery(
            "select e from Conference e where e.directHash = :hash and e.tmDelete is null",
            Conference.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** The customer's conferences, newest first. */
  public Page<Conference> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Conference e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Conference.class)
            .setParameter("customer", customer.value()),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }

  /** Ids of those whose time is over while parties may still join. */
  public List<UUID> expired(Instant now) {
    return entityManager
        .createQuery(
            "select c.id from Conference c where c.status = :open and c.tmExpire < :now",
            UUID.class)
        .setParameter("open", ConferenceStatus.PROGRESSING)
        .setParameter("now", now)
        .getResultList();
  }
}
