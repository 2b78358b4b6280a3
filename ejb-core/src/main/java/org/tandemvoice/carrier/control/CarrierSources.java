package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.network.control.NetworkRange;

/**
 * Says whether a request comes from a provider. It is asked for every call, so the networks are
 * kept in memory: a change counts at once on this node, and within some seconds on others.
 */
@ApplicationScoped
public class CarrierSources {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private record Known(Instant until, List<NetworkRange> ranges) {}

  @Inject private ProviderManager providers;
  @Inject private Clock clock;

  private volatile Known known = new Known(Instant.EPOCH, List.of());

  /** Whether a provider sends its calls from this address. */
  public boolean isCarrier(String sourceAddress) {
    List<NetworkRange> ranges = current();
    return !ranges.isEmpty()
        && NetworkRange.parse(sourceAddress)
            .filter(source -> ranges.stream().anyMatch(range -> range.contains(source.address())))
            .isPresent();
  }

  private List<NetworkRange> current() {
    Known present = known;
    Instant now = clock.instant();
    if (now.isAfter(present.until())) {
      present = new Known(now.plus(FRESH), providers.sources());
      known = present;
    }
    return present.ranges();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ProvidersChanged change) {
    known = new Known(Instant.EPOCH, List.of());
  }
}
