package org.tandemvoice.tag.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.tag.entity.Tag;

/** Makes, changes and deletes tags. */
@Stateless
public class TagManager {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;

  @Inject private Tags tags;
  @Inject private TagDocument document;
  @Inject private Outbox outbox;
  @Inject private Event<TagDeleted> deleted;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  public Tag create(CustomerId customer, JsonFields fields) {
    Tag tag =
        new Tag(
            ids.next(),
            customer,
            fields.line("name", NAME_LENGTH),
            fields.text("detail", DETAIL_LENGTH),
            clock.instant());
    tags.add(tag);
    record(tag, "tag_created");
    return tag;
  }

  public Tag get(CustomerId customer, UUID id) {
    return tags.find(customer, id).orElseThrow(() -> unknown(id));
  }

  public Page<Tag> list(CustomerId customer, PageRequest request) {
    return tags.page(customer, request);
  }

  /** Fields that are missing stay as they are. */
  public Tag update(CustomerId customer, UUID id, JsonFields fields) {
    Tag tag = lock(customer, id);
    tag.describe(
        fields.has("name") ? fields.line("name", NAME_LENGTH) : tag.name(),
        fields.textOr("detail", tag.detail(), DETAIL_LENGTH),
        clock.instant());
    record(tag, "tag_updated");
    return tag;
  }

  /** Whoever bears the tag bears it no longer. */
  public Tag delete(CustomerId customer, UUID id) {
    Tag tag = lock(customer, id);
    tag.delete(clock.instant());
    record(tag, "tag_deleted");
    deleted.fire(new TagDeleted(customer, id, clock.instant()));
    return tag;
  }

  private Tag lock(CustomerId customer, UUID id) {
    return tags.lock(customer, id).orElseThrow(() -> unknown(id));
  }

  private void record(Tag tag, String eventType) {
    outbox.record(
        new EventSubject(tag.customerId(), "tag", tag.uuid()), eventType, document.of(tag));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.TAG_NOT_FOUND, "there is no tag " + id);
  }
}
