package org.tandemvoice.outbox.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * What one transaction has recorded, the latest event of each resource. Fired when it begins: after
 * the commit the relay has something to do.
 */
final class RecordedEvents {

  private final Map<EventSubject, OutboxEvent> latest = new HashMap<>();

  Optional<OutboxEvent> latest(EventSubject subject) {
    return Optional.ofNullable(latest.get(subject));
  }

  void add(EventSubject subject, OutboxEvent event) {
    latest.put(subject, event);
  }
}
