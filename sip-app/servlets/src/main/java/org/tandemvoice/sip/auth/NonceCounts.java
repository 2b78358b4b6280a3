package org.tandemvoice.sip.auth;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The highest count each nonce was used with, in bounded memory. What had to be forgotten is
 * refused from then on, together with everything issued before it, so that forgetting never permits
 * a replay.
 */
final class NonceCounts {

  private record Used(long issuedMs, long count) {}

  private final int limit;
  private final Map<String, Used> used = new LinkedHashMap<>();
  private long refusedUntilMs = Long.MIN_VALUE;

  NonceCounts(int limit) {
    this.limit = limit;
  }

  /** False if this count, or a higher one, was used before (RFC 7616 section 3.4.5). */
  synchronized boolean use(String nonce, long issuedMs, long count) {
    Used last = used.get(nonce);
    boolean allowed = last == null ? issuedMs > refusedUntilMs : count > last.count;
    if (allowed) {
      used.put(nonce, new Used(issuedMs, count));
      forget();
    }
    return allowed;
  }

  private void forget() {
    Iterator<Used> oldest = used.values().iterator();
    while (used.size() > limit) {
      refusedUntilMs = Math.max(refusedUntilMs, oldest.next().issuedMs);
      oldest.remove();
    }
  }
}
