package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.entity.CustomerId;

/** The repository of agents. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class Agents {

  private static final String LIVE =
      "select e from Agent e where e.tmDelete is null and exists"
          + " (select c.id from Customer c where c.id = e.customerId and c.tmDelete is null)";

  @PersistenceContext private EntityManager entityManager;

  /** Writes it at once, so that a username that is taken shows here. */
  public void add(Agent agent) {
    entityManager.persist(agent);
    entityManager.flush();
  }

  public Optional<Agent> find(CustomerId customer, UUID id) {
    return entityManager
        .createQuery(LIVE + " and e.customerId = :customer and e.id = :id", Agent.class)
        .setParameter("customer", customer.value())
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Usernames are unique on the platform: this is how somebody who signs in finds the customer. */
  public Optional<Agent> findByUsername(String username) {
    return entityManager
        .createQuery(LIVE + " and e.liveUsername = :username", Agent.class)
        .setParameter("username", username)
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
}
