package org.tandemvoice.transfer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.transfer.entity.Transfer;

/** The repository of transfers. */
@ApplicationScoped
public class Transfers {

  @PersistenceContext private EntityManager entityManager;

  public void add(Transfer transfer) {
    entityManager.persist(transfer);
  }

  /** The customer's transfer as it was committed last. */
  public Optional<Transfer> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Transfer.class, id))
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  /** The transfer this locked call takes part in. */
  public Optional<Transfer> of(Call call) {
    return call.ties().transferId().equals(OwnedResource.NIL)
        ? Optional.empty()
        : Optional.ofNullable(entityManager.find(Transfer.class, call.ties().transferId()));
  }

  /** Reads it again, after the locks of its calls were taken. */
  public void refresh(Transfer transfer) {
    entityManager.refresh(transfer);
  }

  /** The customer's transfers, newest first. */
  public Page<Transfer> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Transfer e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Transfer.class)
            .setParameter("customer", customer.value()),
        request,
        found -> new PagePosition(found.createdAt(), Optional.of(found.uuid())));
  }
}
