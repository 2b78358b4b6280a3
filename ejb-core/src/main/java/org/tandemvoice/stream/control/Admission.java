package org.tandemvoice.stream.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.tandemvoice.auth.control.Authentication;
import org.tandemvoice.customer.control.CustomerStandings;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.outbox.entity.OutboxEvent;

/**
 * Whether clients that are connected would still be let in. Events tell every node when a
 * credential may be worth less than before; that it expires is told by nobody.
 */
@ApplicationScoped
public class Admission {

  private static final String CUSTOMER = "customer";

  private static final Set<String> DOUBTS =
      Set.of(
          "customer_frozen",
          "customer_deleted",
          "accesskey_deleted",
          "agent_updated",
          "agent_deleted");

  @Inject private Authentication authentication;
  @Inject private CustomerStandings standings;

  /** Whether credentials of the customer may be worth less by this event. */
  static boolean isDoubt(OutboxEvent event) {
    return DOUBTS.contains(event.eventType());
  }

  /** What this node remembers of the customer may be older than the event. */
  void heed(OutboxEvent doubt) {
    if (doubt.resourceType().equals(CUSTOMER)) {
      standings.forget();
    }
  }

  /** Whether its credential stands for the same as when it was let in. */
  boolean isGiven(Subscriber subscriber) {
    try {
      return authentication
          .identify(subscriber.credential())
          .filter(subscriber.identity()::equals)
          .isPresent();
    } catch (PlatformException refused) {
      return false;
    }
  }
}
