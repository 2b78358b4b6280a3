package org.tandemvoice.media.fetch;

import java.net.InetAddress;
import org.tandemvoice.media.PublicNetwork;

/**
 * Says which addresses a customer's URL may lead to: those of the public network, and all if the
 * operator allows it.
 */
public class AddressGuard {

  private final boolean allowPrivate;

  public AddressGuard(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  public boolean allows(InetAddress address) {
    return allowPrivate || PublicNetwork.contains(address);
  }
}
