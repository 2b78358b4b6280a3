package org.tandemvoice.sip.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From where each address-of-record has proved itself, in bounded memory: those sources are not
 * made to wait for what others do to the same address-of-record.
 */
final class KnownSources {

  private static final int REMEMBERED = 50_000;

  private final Map<String, Boolean> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void add(String aor, String source) {
    known.put(aor + " " + source, Boolean.TRUE);
  }

  synchronized boolean contains(String aor, String source) {
    return known.get(aor + " " + source) != null;
  }
}
