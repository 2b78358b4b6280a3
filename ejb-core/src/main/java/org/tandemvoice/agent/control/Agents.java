package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of agents. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class Agents {

  private static final LiveResources<Agent> LIVE = new LiveResources<>(Agent.class);

  @PersistenceContext private EntityManager entityManager;

  /**
   * Writes it at once, so that a username that is taken shows here.
   *
   * @throws PlatformException {@code AGENT_ALREADY_EXISTS}
   */
  public void add(Agent agent) {
    try {
      entityManager.persist(agent);
      entityManager.flush();
    } catch (PersistenceException failure) {
      throw Collision.causes(failure) ? taken(agent.username()) : failure;
    }
  }

  static PlatformException taken(String username) {
    return new PlatformException(
        ErrorCode.AGENT_ALREADY_EXISTS,
        "the username \"" + username + "\" is taken: choose another one");
  }

  public Optional<Agent> find(CustomerId customer, UUID id) {
    return LIVE.find(entityManager, customer, id);
  }

  /**
   * The agent as it is now, its row locked until the commit. It is the last lock to take: whoever
   * holds calls or queues as well has them before.
   */
  public Optional<Agent> lock(CustomerId customer, UUID id) {
    Agent agent = entityManager.find(Agent.class, id);
    if (agent == null || !agent.customerId().equals(customer)) {
      return Optional.empty();
    }
    // what this transaction has changed already is written before it is read again
    entityManager.flush();
    entityManager.refresh(agent, LockModeType.PESSIMISTIC_WRITE);
    return Optional.of(agent).filter(found -> !found.isDeleted());
  }

  /** Usernames are unique on the platform: this is how somebody who signs in finds the customer. */
  public Optional<Agent> findByUsername(String username) {
    return LIVE.query(entityManager, " and e.liveUsername = :username")
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  public Optional<Agent> findByDirectHash(String hash) {
    return LIVE.query(entityManager, " and e.directHash = :hash")
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  /** All agents of a customer, also of one that was deleted. */
  public List<Agent> of(CustomerId customer) {
    return entityManager
        .createQuery(
            "select e from Agent e where e.customerId = :customer and e.tmDelete is null",
            Agent.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  public Page<Agent> page(CustomerId customer, AgentFilter filter, PageRequest request) {
    StringBuilder tagged = new StringBuilder();
    for (int i = 0; i < filter.tagIds().size(); i++) {
      tagged.append(i == 0 ? " and (" : " or ").append("e.tagIds like :tag").append(i);
    }
    String tags = tagged.isEmpty() ? "" : tagged.append(')').toString();
    String status = filter.status().isPresent() ? " and e.status = :status" : "";
    TypedQuery<Agent> query =
        LIVE.ofCustomer(entityManager, customer, tags + status + NewestFirst.CONDITION);
    for (int i = 0; i < filter.tagIds().size(); i++) {
      query.setParameter("tag" + i, "%" + filter.tagIds().get(i) + "%");
    }
    filter.status().ifPresent(wanted -> query.setParameter("status", wanted));
    return LIVE.page(query, request);
  }
}
