package org.tandemvoice.media.engine.speech;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.media.engine.pace.NanoClock;

/**
 * Which providers are out of order at the moment: each is left alone for a while, so that one that
 * does not answer makes nobody wait who could be served by another.
 */
final class Outages {

  private static final long REST_NANOS = TimeUnit.SECONDS.toNanos(15);

  private record Outage(SpeechException reason, long endNanos) {}

  private final NanoClock clock;
  private final Map<String, Outage> outages = new ConcurrentHashMap<>();

  Outages(NanoClock clock) {
    this.clock = clock;
  }

  /** Why the provider is left alone now; empty if it can be asked. */
  Optional<SpeechException> of(SpeechProvider provider) {
    Outage outage = outages.get(provider.name());
    return outage == null || clock.nanos() - outage.endNanos() >= 0
        ? Optional.empty()
        : Optional.of(outage.reason());
  }

  /** Takes note of a failure. */
  void failed(SpeechProvider provider, SpeechException failure) {
    if (failure.isOutage()) {
      outages.put(provider.name(), new Outage(failure, clock.nanos() + REST_NANOS));
    }
  }
}
