package org.tandemvoice.sip.connector;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Counts requests per source and second of the clock; what is counted is forgotten each second. */
final class SourceRate {

  private final int limit;
  private final Clock clock;
  private final AtomicReference<Second> current = new AtomicReference<>(new Second(Long.MIN_VALUE));

  SourceRate(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Counts one request; false if the source has used up this second's share. */
  boolean permits(String source) {
    if (limit == 0) {
      return true;
    }
    return now().counts.computeIfAbsent(source, any -> new AtomicInteger()).incrementAndGet()
        <= limit;
  }

  private Second now() {
    long epoch = clock.millis() / 1000;
    Second second = current.get();
    if (second.epoch == epoch) {
      return second;
    }
    current.compareAndSet(second, new Second(epoch));
    return current.get();
  }

  private static final class Second {
    private final long epoch;
    private final ConcurrentMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    Second(long epoch) {
      this.epoch = epoch;
    }
  }
}
