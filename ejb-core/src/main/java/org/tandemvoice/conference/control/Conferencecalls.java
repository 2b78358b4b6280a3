package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.conference.entity.Conference;
import org.tandemvoice.conference.entity.Conferencecall;
import org.tandemvoice.conference.entity.ConferencecallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of stays in conferences. A stay is changed under the lock of its call. */
@ApplicationScoped
public class Conferencecalls {

  private static final Set<ConferencecallStatus> THERE =
      EnumSet.of(ConferencecallStatus.JOINING, ConferencecallStatus.JOINED);

  @PersistenceContext private EntityManager entityManager;

  public void add(Conferencecall stay) {
    entityManager.persist(stay);
  }

  /** The customer's; those that are over included. */
  public Optional<Conferencecall> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Conferencecall.class, id))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  /** Where this locked call is now. */
  public Optional<Conferencecall> of(CallId call) {
    return there(call).getResultStream().findFirst();
  }

  /**
   * As {@link #of}, for a call that ends now: what was committed counts, and what this transaction
   * has changed of it, but none it has added. Its changes need not be written first.
   */
  Optional<Conferencecall> endingWith(CallId call) {
    return there(call)
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst()
        .filter(stay -> THERE.contains(stay.status()));
  }

  private TypedQuery<Conferencecall> there(CallId call) {
    return entityManager
        .createQuery(
            "select e from Conferencecall e where e.callId = :call and e.status in :there",
            Conferencecall.class)
        .setParameter("call", call.value())
        .setParameter("there", THERE);
  }

  /** Who is in the conference now, first come first. */
  public List<Conferencecall> in(Conference conference) {
    return entityManager
        .createQuery(
            "select e from Conferencecall e where e.conferenceId = :conference"
                + " and e.status in :there order by e.tmCreate, e.id",
            Conferencecall.class)
        .setParameter("conference", conference.uuid())
        .setParameter("there", THERE)
        .getResultList();
  }

  /**
   * The customer's, newest first.
   *
   * @param conference only those of this conference; the nil UUID for all
   */
  public Page<Conferencecall> page(CustomerId customer, UUID conference, PageRequest request) {
    boolean all = conference.getMostSignificantBits() == 0;
    TypedQuery<Conferencecall> query =
        entityManager
            .createQuery(
                "select e from Conferencecall e where e.customerId = :customer"
                    + " and e.tmDelete is null"
                    + (all ? "" : " and e.conferenceId = :conference")
                    + NewestFirst.CONDITION,
                Conferencecall.class)
            .setParameter("customer", customer.value());
    return NewestFirst.page(
        all ? query : query.setParameter("conference", conference),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
