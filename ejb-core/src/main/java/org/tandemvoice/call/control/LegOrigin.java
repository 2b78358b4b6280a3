package org.tandemvoice.call.control;

import java.util.UUID;

/** Where an incoming leg came from. */
public sealed interface LegOrigin {

  /** A registered phone of the customer. */
  record Phone() implements LegOrigin {}

  /** A trunk of the customer. */
  record Trunk(UUID id) implements LegOrigin {}

  /** Somebody who need not prove anything: a carrier, or anybody on the network. */
  record Outside() implements LegOrigin {}
}
