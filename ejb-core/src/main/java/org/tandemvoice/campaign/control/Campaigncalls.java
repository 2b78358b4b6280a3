package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tandemvoice.call.control.Calls;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.CallStatus;
import org.tandemvoice.campaign.entity.Campaigncall;
import org.tandemvoice.campaign.entity.CampaigncallReference;
import org.tandemvoice.campaign.entity.CampaigncallStatus;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.control.Activeflows;
import org.tandemvoice.flow.entity.ActiveflowStatus;
import org.tandemvoice.groupcall.control.Groupcalls;
import org.tandemvoice.groupcall.entity.GroupcallStatus;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transaction.control.HeldRows;

/**
 * The repository of tries. They are changed under the lock of what carries them out: a call, a
 * groupcall, an execution.
 */
@ApplicationScoped
public class Campaigncalls {

  private static final String LIVE =
      "select e from Campaigncall e where e.customerId = :customer and e.tmDelete is null";

  @PersistenceContext private EntityManager entityManager;
  @Inject private HeldRows rows;
  @Inject private Calls calls;
  @Inject private Groupcalls groupcalls;
  @Inject private Activeflows activeflows;

  public void add(Campaigncall campaigncall) {
    entityManager.persist(campaigncall);
    rows.hold(Campaigncall.class, campaigncall.uuid());
  }

  /** The campaigncall, to be changed in this transaction, what carries it out locked. */
  public Optional<Campaigncall> lock(UUID id) {
    Campaigncall found = entityManager.find(Campaigncall.class, id);
    if (found == null) {
      return Optional.empty();
    }
    lockCarrier(found);
    if (rows.hold(Campaigncall.class, id)) {
      entityManager.refresh(found);
    }
    return Optional.of(found);
  }

  private void lockCarrier(Campaigncall campaigncall) {
    if (!campaigncall.groupcallId().equals(OwnedResource.NIL)) {
      groupcalls.lock(campaigncall.groupcallId());
    } else {
      switch (campaigncall.referenceType()) {
        case CALL -> calls.lock(new CallId(campaigncall.referenceId()));
        case FLOW -> activeflows.lock(campaigncall.referenceId());
        case NONE -> {
          // refused: it is over and nothing carries it out
        }
      }
    }
  }

  /** The one that this call carries out by itself, locked. */
  Optional<Campaigncall> ofCall(CallId call) {
    return one("e.referenceId = :id and e.groupcallId = :none", call.value(), true);
  }

  /** The one that this groupcall carries out, locked. */
  Optional<Campaigncall> ofGroupcall(UUID groupcall) {
    return one("e.groupcallId = :id", groupcall, false);
  }

  private Optional<Campaigncall> one(String condition, UUID id, boolean isSingle) {
    TypedQuery<UUID> query =
        entityManager
            .createQuery("select e.id from Campaigncall e where " + condition, UUID.class)
            .setParameter("id", id);
    if (isSingle) {
      query.setParameter("none", OwnedResource.NIL);
    }
    return query.getResultStream().findFirst().flatMap(this::lock);
  }

  /** How many of a campaign have one of these states. */
  long count(UUID campaign, Set<CampaigncallStatus> states) {
    return entityManager
        .createQuery(
            "select count(e) from Campaigncall e where e.campaignId = :campaign"
                + " and e.status in :states",
            Long.class)
        .setParameter("campaign", campaign)
        .setParameter("states", states)
        .getSingleResult();
  }

  /** Ids of those that are not over although what carries them out is. */
  List<UUID> left(UUID campaign) {
    List<UUID> ofCalls =
        open(
                "Campaigncall c, Call k where k.id = c.referenceId and k.status = :over and ",
                campaign)
            .setParameter("over", CallStatus.HANGUP)
            .getResultList();
    List<UUID> ofGroups =
        open(
                "Campaigncall c, Groupcall k where k.id = c.groupcallId and k.status = :over and ",
                campaign)
            .setParameter("over", GroupcallStatus.HANGUP)
            .getResultList();
    List<UUID> ofFlows =
        open(
                "Campaigncall c, Activeflow k where c.referenceType = :flow and k.id = c.referenceId"
                    + " and k.status <> :running and ",
                campaign)
            .setParameter("flow", CampaigncallReference.FLOW)
            .setParameter("running", ActiveflowStatus.RUNNING)
            .getResultList();
    return Stream.of(ofCalls, ofGroups, ofFlows).flatMap(List::stream).distinct().toList();
  }

  private TypedQuery<UUID> open(String from, UUID campaign) {
    return entityManager
        .createQuery(
            "select c.id from " + from + "c.campaignId = :campaign and c.status in :open",
            UUID.class)
        .setParameter("campaign", campaign)
        .setParameter("open", CampaigncallStatus.OPEN);
  }

  /** The customer's campaigncall as it was committed last. */
  public Optional<Campaigncall> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Campaigncall.class, id))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  public Page<Campaigncall> page(CustomerId customer, PageRequest request) {
    return page(request, query(LIVE, customer));
  }

  /** Those of one campaign. */
  public Page<Campaigncall> page(CustomerId customer, UUID campaign, PageRequest request) {
    return page(
        request,
        query(LIVE + " and e.campaignId = :campaign", customer).setParameter("campaign", campaign));
  }

  private TypedQuery<Campaigncall> query(String condition, CustomerId customer) {
    return entityManager
        .createQuery(condition + NewestFirst.CONDITION, Campaigncall.class)
        .setParameter("customer", customer.value());
  }

  private static Page<Campaigncall> page(PageRequest request, TypedQuery<Campaigncall> query) {
    return NewestFirst.page(
        query, request, found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
