package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.flow.entity.Activeflow;

/** The repository of flow executions. They are changed under the lock of the call they run on. */
@ApplicationScoped
public class Activeflows {

  @PersistenceContext private EntityManager entityManager;

  public void add(Activeflow activeflow) {
    entityManager.persist(activeflow);
  }

  /** The execution that works on this call, if it runs a flow of its own. */
  public Optional<Activeflow> of(Call call) {
    return call.activeflowId().equals(OwnedResource.NIL)
        ? Optional.empty()
        : Optional.ofNullable(entityManager.find(Activeflow.class, call.activeflowId()));
  }
}
