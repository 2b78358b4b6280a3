package org.tandemvoice.stream.boundary;

import java.security.Principal;
import org.tandemvoice.access.control.Identity;

/** Who is connected, carried from the handshake to the connection. */
record SocketUser(Identity identity) implements Principal {

  @Override
  public String getName() {
    return identity.customerId().toString();
  }
}
