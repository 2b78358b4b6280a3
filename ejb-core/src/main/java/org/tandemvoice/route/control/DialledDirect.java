package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.call.control.IncomingLeg;
import org.tandemvoice.direct.control.DirectHashes;
import org.tandemvoice.direct.control.DirectResource;

/**
 * A direct hash (seed 002): it reaches what dialling the resource itself reaches, {@code
 * <type>:<id>}. What of that kind cannot be dialled cannot be reached.
 */
@ApplicationScoped
public class DialledDirect implements DialledKind {

  @Inject private DirectHashes hashes;
  @Inject @Any private Instance<DialledKind> kinds;

  @Override
  public Optional<Reception> receive(IncomingLeg leg) {
    return leg.destination().type().equals("direct")
        ? hashes.find(leg.destination().target()).flatMap(resource -> receive(leg, resource))
        : Optional.empty();
  }

  private Optional<Reception> receive(IncomingLeg leg, DirectResource resource) {
    IncomingLeg inner =
        new IncomingLeg(
            leg.callId(),
            resource.customer(),
            leg.source(),
            resource.type() + ":" + resource.id(),
            leg.sdp());
    return kinds.stream()
        .filter(kind -> resource.customer().equals(leg.customerId()))
        .flatMap(kind -> kind.receive(inner).stream())
        .findFirst();
  }
}
