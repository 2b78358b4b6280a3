package org.tandemvoice.stream.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.outbox.control.OutboxBatches;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.OutboxEvent;

/** What the stream reads of the order of all events. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class StreamReader {

  @Inject private OutboxBatches batches;

  public long last() {
    return batches.last();
  }

  public List<OutboxEvent> of(long batch) {
    return batches.of(batch);
  }

  public Optional<EventMark> mark(CustomerId customer, UUID seen) {
    return batches.mark(customer, seen);
  }

  public List<OutboxEvent> behind(CustomerId customer, EventMark mark, int limit) {
    return batches.behind(customer, mark, limit);
  }
}
