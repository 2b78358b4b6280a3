package org.tandemvoice.stream.boundary;

import java.security.Principal;
import org.tandemvoice.access.control.Identity;

/**
 * Who is connected and by which credential, carried from the handshake to the connection.
 *
 * @param credential a login token or an access key
 */
record SocketUser(Identity identity, String credential) implements Principal {

  @Override
  public String getName() {
    return identity.customerId().toString();
  }

  @Override
  public String toString() {
    return getName();
  }
}
