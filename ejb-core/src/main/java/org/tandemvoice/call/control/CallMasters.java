package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * What is locked before which call, so that all can be locked in order without a look at the row
 * first: its master when it began, and the group it rings in. A call that has left its master since
 * is still locked behind it, which does no harm, so what is known here is right on every node; the
 * oldest is forgotten.
 */
@ApplicationScoped
public class CallMasters {

  /** What is to be locked before a call. */
  record Above(Optional<CallId> master, Optional<UUID> group) {

    static final Above NONE = new Above(Optional.empty(), Optional.empty());

    static Above of(UUID master, UUID group) {
      return new Above(known(master).map(CallId::new), known(group));
    }

    private static Optional<UUID> known(UUID id) {
      return Optional.of(id).filter(found -> !found.equals(OwnedResource.NIL));
    }
  }

  private static final int REMEMBERED = 20_000;

  private final Map<CallId, Above> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Above> eldest) {
          return size() > REMEMBERED;
        }
      };

  synchronized void note(CallId call, Above above) {
    known.put(call, above);
  }

  /** Empty if it is not known here whether the call has any. */
  synchronized Optional<Above> find(CallId call) {
    return Optional.ofNullable(known.get(call));
  }
}
