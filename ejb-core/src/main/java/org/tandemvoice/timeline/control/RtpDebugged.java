package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallDirection;
import org.tandemvoice.customer.control.Customers;
import org.tandemvoice.customer.control.RtpDebugChanged;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.number.control.PhoneNumbers;

/**
 * The customers and numbers with {@code rtp_debug}. It is asked at every answer, and they are few,
 * so they are kept in memory: a change counts at once on this node, and within seconds on others.
 */
@ApplicationScoped
public class RtpDebugged {

  private static final Duration FRESH = Duration.ofSeconds(3);
  private static final Known NOTHING = new Known(Instant.EPOCH, Set.of(), Map.of());

  private record Known(Instant until, Set<CustomerId> customers, Map<String, CustomerId> numbers) {}

  @Inject private Customers customers;
  @Inject private PhoneNumbers numbers;
  @Inject private Clock clock;

  private volatile Known known = NOTHING;

  /** Whether its customer asks for its RTP, or its own number does. */
  boolean has(Call call) {
    Known present = known();
    Address ours = call.direction() == CallDirection.INCOMING ? call.destination() : call.source();
    return present.customers().contains(call.customerId())
        || ours.type().equals("tel")
            && call.customerId().equals(present.numbers().get(ours.target()));
  }

  private Known known() {
    Known present = known;
    Instant now = clock.instant();
    if (!now.isBefore(present.until())) {
      present = new Known(now.plus(FRESH), customers.rtpDebugged(), numbers.rtpDebugged());
      known = present;
    }
    return present;
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RtpDebugChanged change) {
    known = NOTHING;
  }
}
