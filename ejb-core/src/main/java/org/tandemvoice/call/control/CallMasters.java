package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.call.entity.CallId;

/**
 * Which call is locked before which, so that the locks of both can be taken in order without a look
 * at the row first: its master when it began. A call that has left its master since is still locked
 * behind it, which does no harm, so what is known here is right on every node; the oldest is
 * forgotten.
 */
@ApplicationScoped
public class CallMasters {

  private static final int REMEMBERED = 20_000;

  private final Map<CallId, Optional<CallId>> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Optional<CallId>> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void note(CallId call, Optional<CallId> master) {
    known.put(call, master);
  }

  /** Empty if it is not known here whether the call has one. */
  synchronized Optional<Optional<CallId>> find(CallId call) {
    return Optional.ofNullable(known.get(call));
  }
}
