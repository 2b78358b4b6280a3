package org.tandemvoice.number.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.number.entity.PhoneNumber;

/** Lets numbers be their customers' for another term, each in a transaction of its own. */
@Stateless
public class NumberTerms {

  @Inject private PhoneNumbers numbers;
  @Inject private NumberDocument document;
  @Inject private NumberEvents events;
  @Inject private Event<NumberRenewed> renewed;
  @Inject private Clock clock;

  public List<UUID> endingBefore(Instant time) {
    return numbers.endingBefore(time);
  }

  /**
   * Empty if the term does not end before that time any more.
   *
   * @throws PlatformException {@code INSUFFICIENT_BALANCE}, {@code ACCOUNT_FROZEN}
   */
  public Optional<JsonObject> renew(UUID id, Instant before) {
    return numbers.lock(id).filter(number -> number.endsBefore(before)).map(this::renew);
  }

  private JsonObject renew(PhoneNumber number) {
    number.renew(clock.instant());
    renewed.fire(new NumberRenewed(number));
    events.record(number, "number_updated");
    return document.of(number);
  }
}
