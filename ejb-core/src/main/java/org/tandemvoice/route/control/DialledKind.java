package org.tandemvoice.route.control;

import java.util.Optional;
import org.tandemvoice.call.control.IncomingLeg;

/**
 * One kind of what can be dialled from a phone or a trunk; one file each. {@link InboundRouter}
 * finds them by CDI: adding one edits no other file.
 */
public interface DialledKind {

  /**
   * What a call to this does.
   *
   * @return empty if what was dialled is of another kind, or means nobody
   * @throws org.tandemvoice.failure.entity.PlatformException {@code ROUTE_NOT_FOUND} if it means
   *     something that takes no calls
   */
  Optional<Reception> receive(IncomingLeg leg);
}
