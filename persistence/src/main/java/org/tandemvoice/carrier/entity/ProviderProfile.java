package org.tandemvoice.carrier.entity;

import java.util.List;
import java.util.Map;

/**
 * How a provider is reached and what it wants to see.
 *
 * @param hostname host or address, with a port if it is not 5060
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 * @param techPrefix put before the number
 * @param techPostfix put behind the number
 * @param techHeaders added to every INVITE
 * @param codecs the only ones offered, the preferred first; none for all
 * @param username for digest; empty if it asks for none
 * @param allowedIps addresses or networks its calls come from
 */
public record ProviderProfile(
    String name,
    String detail,
    String hostname,
    String transport,
    String techPrefix,
    String techPostfix,
    Map<String, String> techHeaders,
    List<String> codecs,
    String username,
    String sealedPassword,
    List<String> allowedIps) {

  public ProviderProfile {
    techHeaders = Map.copyOf(techHeaders);
    codecs = List.copyOf(codecs);
    allowedIps = List.copyOf(allowedIps);
  }
}
