package org.tandemvoice.outbox.control;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.outbox.entity.OutboxEvent;

/** The latest event this transaction has recorded for each resource. */
@TransactionScoped
public class LatestEvents implements Serializable {

  private static final long serialVersionUID = 1L;

  private final transient Map<EventSubject, OutboxEvent> events = new HashMap<>();

  Optional<OutboxEvent> of(EventSubject subject) {
    return Optional.ofNullable(events.get(subject));
  }

  void note(EventSubject subject, OutboxEvent event) {
    events.put(subject, event);
  }
}
