package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Finds where an address can be reached at this moment. The only class that knows there are many
 * kinds of them.
 */
@ApplicationScoped
public class Destinations {

  private final Map<String, DestinationKind> byType = new HashMap<>();
  private final List<CallerWay> ways = new ArrayList<>();

  protected Destinations() {}

  @Inject
  public Destinations(@Any Instance<DestinationKind> kinds, @Any Instance<CallerWay> callerWays) {
    callerWays.forEach(ways::add);
    kinds.forEach(kind -> kind.types().forEach(type -> add(type, kind)));
  }

  private void add(String type, DestinationKind kind) {
    if (byType.put(type, kind) != null) {
      throw new IllegalStateException("two kinds of destinations have the type " + type);
    }
  }

  /**
   * Whether the address means anybody this customer can call. An address of a type nobody serves
   * cannot be judged: a call to it fails.
   */
  public boolean isKnown(CustomerId customer, Address address) {
    return kind(address).map(kind -> kind.isKnown(customer, address)).orElse(true);
  }

  /** Every place to ring at once; none if the address cannot be reached now. */
  public List<LegTarget> targets(CustomerId customer, Address address) {
    return kind(address).map(kind -> kind.targets(customer, address)).orElse(List.of());
  }

  /** The same for a caller who may have a way of its own. */
  public List<LegTarget> targets(CustomerId customer, Address source, Address address) {
    return ways.stream()
        .flatMap(way -> way.to(customer, source, address).stream())
        .findFirst()
        .map(List::of)
        .orElseGet(() -> targets(customer, address));
  }

  private Optional<DestinationKind> kind(Address address) {
    return Optional.ofNullable(byType.get(address.type()));
  }
}
