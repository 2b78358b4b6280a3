package org.tandemvoice.tag.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.NewestFirst;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.tag.entity.Tag;

/** The repository of tags. Deleted ones are not found. */
@ApplicationScoped
public class Tags {

  @PersistenceContext private EntityManager entityManager;

  public void add(Tag tag) {
    entityManager.persist(tag);
  }

  public Optional<Tag> find(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Tag.class, id))
        .filter(tag -> tag.customerId().equals(customer) && !tag.isDeleted());
  }

  /** The tag, its row locked until the commit. */
  public Optional<Tag> lock(CustomerId customer, UUID id) {
    return Optional.ofNullable(entityManager.find(Tag.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(tag -> tag.customerId().equals(customer) && !tag.isDeleted());
  }

  public Page<Tag> page(CustomerId customer, PageRequest request) {
    return NewestFirst.page(
        entityManager
            .createQuery(
                "select e from Tag e where e.customerId = :customer and e.tmDelete is null"
                    + NewestFirst.CONDITION,
                Tag.class)
            .setParameter("customer", customer.value()),
        request,
        tag -> new PagePosition(tag.createdAt(), Optional.of(tag.uuid())));
  }

  /**
   * The ids in a field, each of a tag of the customer; doubles are dropped.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     entry
   */
  public List<UUID> ids(CustomerId customer, JsonFields fields, String name) {
    List<String> texts = fields.texts(name);
    UUID[] ids = new UUID[texts.size()];
    for (int i = 0; i < ids.length; i++) {
      String text = texts.get(i);
      String entry = name + "[" + i + "]";
      ids[i] =
          JsonFields.uuidOf(text)
              .filter(id -> find(customer, id).isPresent())
              .orElseThrow(
                  () -> fields.invalid(entry, "is \"" + text + "\": give the id of a tag"));
    }
    return List.of(ids).stream().distinct().toList();
  }
}
