package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.flow.entity.Flow;

/** The repository of flows. */
@ApplicationScoped
public class Flows {

  @PersistenceContext private EntityManager entityManager;

  public void add(Flow flow) {
    entityManager.persist(flow);
  }

  /** The customer's flow; empty for another customer's and for a deleted one. */
  public Optional<Flow> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Flow.class, id))
        .filter(flow -> flow.customerId().equals(customer) && !flow.isDeleted());
  }
}
