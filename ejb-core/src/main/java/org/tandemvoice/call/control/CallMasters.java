package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
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

  private final LatestCalls<Above> known = new LatestCalls<>();

  void note(CallId call, Above above) {
    known.note(call, above);
  }

  /** Empty if it is not known here whether the call has any. */
  Optional<Above> find(CallId call) {
    return known.find(call);
  }
}
