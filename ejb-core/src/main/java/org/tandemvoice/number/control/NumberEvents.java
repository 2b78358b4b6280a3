package org.tandemvoice.number.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.tandemvoice.number.entity.PhoneNumber;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/** Tells of numbers, in the transaction that changes them (contract section 12). */
@ApplicationScoped
public class NumberEvents {

  @Inject private Outbox outbox;
  @Inject private NumberDocument document;

  void record(PhoneNumber number, String eventType) {
    outbox.record(
        new EventSubject(number.customerId(), "number", number.uuid()),
        eventType,
        document.of(number));
  }
}
