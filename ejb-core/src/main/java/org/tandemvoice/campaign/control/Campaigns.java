package org.tandemvoice.campaign.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.campaign.entity.Campaign;
import org.tandemvoice.campaign.entity.CampaignStatus;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of campaigns. Deleted ones, and those of deleted customers, are not found. */
@ApplicationScoped
public class Campaigns {

  private static final LiveResources<Campaign> LIVE = new LiveResources<>(Campaign.class);

  @PersistenceContext private EntityManager entityManager;

  public void add(Campaign added) {
    entityManager.persist(added);
  }

  public Optional<Campaign> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
  }

  /** The same, its row locked until the commit. */
  public Optional<Campaign> lock(CustomerId customer, UUID id) {
    return LIVE.lock(entityManager, customer, id);
  }

  public Page<Campaign> page(CustomerId customer, PageRequest request) {
    return LIVE.page(entityManager, customer, request);
  }

  /**
   * The campaign, its row locked until the commit; empty while another node or thread has it.
   * Whoever has it decides alone whom it calls.
   */
  Optional<Campaign> claim(UUID id) {
    boolean isFree =
        !entityManager
            .createNativeQuery(
                "select id from campaigns where id = ?1 and tm_delete is null"
                    + " for update skip locked")
            .setParameter(1, id.toString())
            .getResultList()
            .isEmpty();
    return isFree
        ? Optional.of(entityManager.find(Campaign.class, id, LockModeType.PESSIMISTIC_WRITE))
        : Optional.empty();
  }

  /** Ids of those that run or are stopping. */
  List<UUID> active() {
    return LIVE.query(entityManager, " and e.status <> :stop")
        .setParameter("stop", CampaignStatus.STOP)
        .getResultStream()
        .map(Campaign::uuid)
        .toList();
  }
}
