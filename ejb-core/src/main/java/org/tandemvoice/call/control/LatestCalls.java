package org.tandemvoice.call.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.call.entity.CallId;

/** What is known of the latest calls; the oldest is forgotten. For any number of threads. */
final class LatestCalls<V> {

  /**
   * About a minute of calls, with two legs each, at the greatest rate a server of two cores
   * carries.
   */
  static final int REMEMBERED = 20_000;

  private final Map<CallId, V> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, V> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void note(CallId call, V fact) {
    known.put(call, fact);
  }

  /** Empty if nothing was noted of the call, or it is forgotten. */
  synchronized Optional<V> find(CallId call) {
    return Optional.ofNullable(known.get(call));
  }
}
