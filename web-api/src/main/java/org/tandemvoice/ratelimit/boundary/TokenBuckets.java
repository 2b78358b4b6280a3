package org.tandemvoice.ratelimit.boundary;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One token bucket for each key: a rate in the long run, twice as much at once. The number of keys
 * is bounded; the one not seen for longest is forgotten, which at worst gives it a full bucket.
 */
final class TokenBuckets {

  private static final double NANOS = 1e9;
  private static final int BURST_SECONDS = 2;

  private final double perSecond;
  private final double capacity;
  private final Map<String, Bucket> buckets;

  /**
   * @param perSecond 0 or less: no limit
   */
  TokenBuckets(double perSecond, int maxKeys) {
    this.perSecond = perSecond;
    this.capacity = Math.max(1, perSecond * BURST_SECONDS);
    this.buckets =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > maxKeys;
          }
        };
  }

  /** Takes a token; if there is none, how long it is until the next. */
  Optional<Duration> take(String key, long nowNs) {
    if (perSecond <= 0) {
      return Optional.empty();
    }
    synchronized (buckets) {
      Bucket before = buckets.getOrDefault(key, new Bucket(capacity, nowNs));
      double elapsed = Math.max(0, nowNs - before.atNs()) / NANOS;
      double tokens = Math.min(capacity, before.tokens() + elapsed * perSecond);
      boolean isEnough = tokens >= 1;
      buckets.put(key, new Bucket(isEnough ? tokens - 1 : tokens, nowNs));
      return isEnough
          ? Optional.empty()
          : Optional.of(Duration.ofNanos((long) ((1 - tokens) / perSecond * NANOS)));
    }
  }

  int size() {
    synchronized (buckets) {
      return buckets.size();
    }
  }

  private record Bucket(double tokens, long atNs) {}
}
