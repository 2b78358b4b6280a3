package org.tandemvoice.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.CustomerStatus;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Which customers are stopped. It is asked at every request and every call, and they are few, so
 * they are kept in memory: a change counts at once on this node, and within seconds on others.
 */
@ApplicationScoped
public class CustomerStandings {

  private static final Duration FRESH = Duration.ofSeconds(3);

  private record Known(Instant until, Map<CustomerId, Standing> stopped) {}

  private Customers customers;
  private Clock clock;

  private volatile Known known = new Known(Instant.EPOCH, Map.of());

  protected CustomerStandings() {}

  @Inject
  public CustomerStandings(Customers customers, Clock clock) {
    this.customers = customers;
    this.clock = clock;
  }

  /** Whether it may call and be called. */
  public boolean mayCall(CustomerId customer) {
    return !stopped().containsKey(customer);
  }

  /**
   * @throws PlatformException {@code ACCOUNT_FROZEN} if it may do nothing (contract section 2)
   */
  public void requireNotFrozen(CustomerId customer) {
    if (isFrozen(stopped().get(customer))) {
      throw frozen();
    }
  }

  /**
   * Who leaves may sign in, to stay after all.
   *
   * @throws PlatformException {@code ACCOUNT_FROZEN} if others have frozen it
   */
  public void requireMaySignIn(CustomerId customer) {
    Standing standing = stopped().get(customer);
    if (isFrozen(standing) && !standing.isLeaving()) {
      throw frozen();
    }
  }

  private static boolean isFrozen(Standing standing) {
    return standing != null && standing.status() == CustomerStatus.FROZEN;
  }

  /**
   * @throws PlatformException {@code ACCOUNT_FROZEN}, {@code PERMISSION_DENIED} if it may not call
   */
  public void requireMayCall(CustomerId customer) {
    requireNotFrozen(customer);
    if (!mayCall(customer)) {
      throw new PlatformException(
          ErrorCode.PERMISSION_DENIED,
          "the e-mail address of the customer is not verified: follow the link that was sent to it");
    }
  }

  private static PlatformException frozen() {
    return new PlatformException(
        ErrorCode.ACCOUNT_FROZEN,
        "the customer is frozen: ask the administrator of the platform to recover it, or, if it was"
            + " unregistered, DELETE /auth/unregister");
  }

  private Map<CustomerId, Standing> stopped() {
    Known present = known;
    Instant now = clock.instant();
    if (!now.isBefore(present.until())) {
      present = new Known(now.plus(FRESH), customers.stopped());
      known = present;
    }
    return present.stopped();
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerStatusChanged change) {
    forget();
  }

  /** Another node has told of a change: the next question is asked of the database. */
  public void forget() {
    known = new Known(Instant.EPOCH, Map.of());
  }
}
