package org.tandemvoice.trunk.entity;

import java.util.List;
import java.util.Set;

/**
 * All of a trunk that may change.
 *
 * @param sealedPassword empty if it has none
 * @param allowedIps addresses or networks in CIDR form
 * @param maxCalls how many calls it may have at once; 0 for no limit
 */
public record TrunkProfile(
    String name,
    String detail,
    Set<TrunkAuth> auths,
    String username,
    String sealedPassword,
    List<String> allowedIps,
    int maxCalls) {

  public TrunkProfile {
    auths = Set.copyOf(auths);
    allowedIps = List.copyOf(allowedIps);
  }
}
