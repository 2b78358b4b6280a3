package org.tandemvoice.call.control;

import java.util.Set;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;

/** Where an incoming leg came from. */
public sealed interface LegOrigin {

  /** A registered phone of the customer. */
  record Phone() implements LegOrigin {}

  /** A trunk of the customer. */
  record Trunk(UUID id) implements LegOrigin {}

  /** Somebody who need not prove anything: a carrier, or anybody on the network. */
  record Outside() implements LegOrigin {}

  /**
   * A call of this server that reaches somebody of this server, for instance one of its numbers.
   *
   * @param chain the call that such calls began with, one leading to the next
   * @param reached what the calls up to this one have reached
   */
  record Inside(CallId chain, Set<String> reached) implements LegOrigin {

    public Inside {
      reached = Set.copyOf(reached);
    }
  }

  /** Whether it is the customer itself that calls, and may do what its customers may. */
  default boolean isOwn() {
    return this instanceof Phone || this instanceof Trunk;
  }
}
