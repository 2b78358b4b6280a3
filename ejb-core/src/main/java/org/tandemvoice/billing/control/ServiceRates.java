package org.tandemvoice.billing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.billing.entity.Rate;
import org.tandemvoice.billing.entity.RateType;
import org.tandemvoice.billing.entity.Tariff;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * What speech and recordings cost. It is asked at every prompt, so the few rates are kept in
 * memory: a change counts at once on this node, and within half a minute on others.
 */
@ApplicationScoped
public class ServiceRates {

  private static final Duration FRESH = Duration.ofSeconds(30);

  private record Known(Instant until, List<Rate> rates) {}

  @Inject private Rates rates;
  @Inject private Clock clock;

  private volatile Known known = new Known(Instant.EPOCH, List.of());

  /** Nothing if there is no rate for it. */
  public Tariff of(CustomerId customer, RateType type) {
    List<Rate> fitting =
        current().stream()
            .filter(rate -> rate.profile().type() == type)
            .filter(
                rate ->
                    rate.customerId().equals(customer)
                        || rate.customerId().value().equals(OwnedResource.NIL))
            .toList();
    return Rates.best(fitting).map(rate -> rate.profile().tariff()).orElse(Tariff.FREE);
  }

  private List<Rate> current() {
    Known present = known;
    Instant now = clock.instant();
    if (now.isAfter(present.until())) {
      present = new Known(now.plus(FRESH), rates.ofServices());
      known = present;
    }
    return present.rates();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RatesChanged change) {
    known = new Known(Instant.EPOCH, List.of());
  }
}
