package org.tandemvoice.pbx.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.pbx.entity.PbxRegistration;
import org.tandemvoice.pbx.entity.PbxState;

/** The repository of registrations at other telephone systems. */
@ApplicationScoped
public class PbxRecords {

  private static final int CHUNK = 100;

  @PersistenceContext private EntityManager entityManager;

  public void add(PbxRegistration registration) {
    entityManager.persist(registration);
  }

  /** What this transaction has changed so far is written now. */
  void write() {
    entityManager.flush();
  }

  /** The agent's registration; a deleted one is not found. */
  public Optional<PbxRegistration> find(CustomerId customer, UUID agent) {
    return entityManager
        .createQuery(
            "select r from PbxRegistration r where r.customerId = :customer"
                + " and r.liveAgentId = :agent",
            PbxRegistration.class)
        .setParameter("customer", customer.value())
        .setParameter("agent", agent)
        .getResultStream()
        .findFirst();
  }

  /** By the name it bears in the address that its telephone system calls. */
  public Optional<PbxRegistration> findByToken(String token) {
    return entityManager
        .createQuery(
            "select r from PbxRegistration r where r.token = :token and r.tmDelete is null",
            PbxRegistration.class)
        .setParameter("token", token)
        .getResultStream()
        .findFirst();
  }

  /** The registration as it is now, a deleted one too, its row locked until the commit. */
  public Optional<PbxRegistration> lock(UUID id) {
    Optional<PbxRegistration> found =
        Optional.ofNullable(entityManager.find(PbxRegistration.class, id));
    found.ifPresent(row -> entityManager.refresh(row, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /** All of a customer that are not deleted. */
  public List<PbxRegistration> of(CustomerId customer) {
    return entityManager
        .createQuery(
            "select r from PbxRegistration r where r.customerId = :customer"
                + " and r.tmDelete is null",
            PbxRegistration.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  /** Those this node is to ask for now, new ones that are anybody's included; most urgent first. */
  List<UUID> due(Instant now, String node) {
    return entityManager
        .createQuery(
            "select r.id from PbxRegistration r where (r.tmDue <= :now"
                + " or r.tmSubscriptionDue <= :now)"
                + " and (r.nodeId is null or r.nodeId = :node) order by r.tmDue",
            UUID.class)
        .setParameter("now", now)
        .setParameter("node", node)
        .setMaxResults(CHUNK)
        .getResultList();
  }

  /** Those that this node has kept and that are not at an end. */
  List<UUID> keptBy(String node) {
    return entityManager
        .createQuery(
            "select r.id from PbxRegistration r where r.nodeId = :node and r.state <> :ended",
            UUID.class)
        .setParameter("node", node)
        .setParameter("ended", PbxState.UNREGISTERED)
        .getResultList();
  }
}
