package org.tandemvoice.outbox.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.outbox.entity.OutboxCursor;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * One turn of the relay: the events that are committed and have no place yet become the next batch.
 * A cursor on the time or the position of events would miss those that commit late; batches are
 * made under one row lock, so their numbers follow the commits.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RelayTurn {

  /** What came of a turn. */
  public enum Outcome {
    /** Nothing was left to do. */
    DONE,
    /** There may be more. */
    FULL,
    /** Another node makes a batch at this moment. */
    TAKEN
  }

  @Inject private OutboxBatches batches;
  @Inject private Event<EventBatch> made;

  /**
   * @param limit the most events of a batch
   */
  public Outcome take(int limit) {
    return batches.claim().map(cursor -> take(cursor, limit)).orElse(Outcome.TAKEN);
  }

  private Outcome take(OutboxCursor cursor, int limit) {
    List<OutboxEvent> events = batches.pending(limit);
    if (events.isEmpty()) {
      return Outcome.DONE;
    }
    long number = cursor.next();
    batches.number(events, number);
    made.fire(new EventBatch(number, events));
    return events.size() == limit ? Outcome.FULL : Outcome.DONE;
  }

  /** Whether an event waits for its batch. */
  public boolean isPending() {
    return batches.isPending();
  }

  /**
   * @param most rows to look at
   * @return how many were deleted
   */
  public int deleteBefore(Instant limit, int most) {
    return batches.deleteBefore(limit, most);
  }
}
