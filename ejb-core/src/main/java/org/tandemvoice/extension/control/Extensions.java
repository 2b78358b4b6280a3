package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.control.LiveResources;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** The repository of extensions. Those that are deleted, or whose customer is, are not found. */
@ApplicationScoped
public class Extensions {

  private static final LiveResources<Extension> LIVE = new LiveResources<>(Extension.class);

  @PersistenceContext private EntityManager entityManager;

  /**
   * Writes it at once, so that a value that is taken shows here.
   *
   * @throws PlatformException {@code EXTENSION_ALREADY_EXISTS}
   */
  public void add(Extension extension) {
    try {
      entityManager.persist(extension);
      entityManager.flush();
    } catch (PersistenceException failure) {
      throw Collision.causes(failure) ? taken(extension.value()) : failure;
    }
  }

  static PlatformException taken(String value) {
    return new PlatformException(
        ErrorCode.EXTENSION_ALREADY_EXISTS,
        "extension \"" + value + "\" exists: choose another value, or change the existing one");
  }

  public Optional<Extension> find(CustomerId customer, UUID id) {
    return only(ofCustomer(" and e.id = :id", customer).setParameter("id", id));
  }

  public Optional<Extension> findByValue(CustomerId customer, String value) {
    return only(ofCustomer(" and e.liveValue = :value", customer).setParameter("value", value));
  }

  /** Names need not be unique: the oldest one of that name is meant. */
  public Optional<Extension> findByName(CustomerId customer, String name) {
    return only(
        ofCustomer(" and e.name = :name order by e.tmCreate, e.id", customer)
            .setParameter("name", name)
            .setMaxResults(1));
  }

  public Optional<Extension> findByDirectHash(String hash) {
    return only(query(" and e.directHash = :hash").setParameter("hash", hash));
  }

  /**
   * The one extension of that value on this platform; empty if none or several customers have one.
   */
  public Optional<Extension> findUnique(String value) {
    List<Extension> found =
        query(" and e.liveValue = :value")
            .setParameter("value", value)
            .setMaxResults(2)
            .getResultList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * The extension, its row locked until the commit: what concerns one extension is changed one at a
   * time.
   */
  public Optional<Extension> lock(CustomerId customer, UUID id) {
    return entityManager
        .createNamedQuery(Extension.LOCK, Extension.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(found -> found.customerId().equals(customer) && !found.isDeleted());
  }

  public Page<Extension> page(CustomerId customer, PageRequest request) {
    return LIVE.page(entityManager, customer, request);
  }

  private TypedQuery<Extension> ofCustomer(String condition, CustomerId customer) {
    return LIVE.ofCustomer(entityManager, customer, condition);
  }

  private TypedQuery<Extension> query(String condition) {
    return LIVE.query(entityManager, condition);
  }

  /**
   * What the query finds, which is one at most. What the transaction has not written yet is nothing
   * to it, and need not be now. A limit would have EclipseLink prepare the query at each use.
   */
  private static Optional<Extension> only(TypedQuery<Extension> query) {
    return query.setFlushMode(FlushModeType.COMMIT).getResultStream().findFirst();
  }
}
