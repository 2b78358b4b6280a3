package org.tandemvoice.trunk.control;

import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.network.control.NetworkRange;
import org.tandemvoice.trunk.entity.TrunkAuth;
import org.tandemvoice.trunk.entity.TrunkProfile;

/**
 * What the SIP edge needs to let a trunk in.
 *
 * @param password in clear, empty if it has none
 */
public record TrunkCredential(
    UUID id, CustomerId customerId, TrunkProfile profile, String password) {

  /** Whether a request from this address needs no digest. */
  public boolean admits(String sourceAddress) {
    return profile.auths().contains(TrunkAuth.IP)
        && NetworkRange.anyContains(profile.allowedIps(), sourceAddress);
  }

  /** Whether digest may prove it. */
  public boolean isDigest() {
    return profile.auths().contains(TrunkAuth.BASIC);
  }
}
