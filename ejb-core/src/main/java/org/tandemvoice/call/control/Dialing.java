package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.FlowReference;

/** Places calls on behalf of others that run already. */
@ApplicationScoped
public class Dialing {

  @Inject private CallManager calls;
  @Inject private Destinations destinations;

  /** Dials a party, chained to the master: it ends with it at the latest (inventory section 11). */
  public Call chained(Call master, Address source, Address destination, Duration timeout) {
    return calls.dial(
        new DialRequest(
            master.customerId(),
            source,
            destination,
            destinations.targets(master.customerId(), destination),
            timeout,
            FlowReference.NONE,
            Optional.of(master.id())));
  }
}
