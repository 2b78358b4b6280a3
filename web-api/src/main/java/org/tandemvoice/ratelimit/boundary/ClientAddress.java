package org.tandemvoice.ratelimit.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address a request comes from. That is its sender, or if this is a proxy that the operator
 * trusts, the last one in {@code X-Forwarded-For} that is none: what stands before it anybody could
 * have written.
 */
@ApplicationScoped
public class ClientAddress {

  private Set<String> proxies = Set.of();

  protected ClientAddress() {}

  /**
   * @param proxies {@code TRUSTED_PROXIES}: addresses of HTTP proxies, with commas; none by default
   */
  @Inject
  public ClientAddress(@ConfigProperty(name = "TRUSTED_PROXIES") Optional<Set<String>> proxies) {
    this.proxies = proxies.orElse(Set.of());
  }

  /**
   * @param sender the address the connection comes from
   * @param forwardedFor the values of {@code X-Forwarded-For}, in their order
   */
  public String of(String sender, List<String> forwardedFor) {
    if (!proxies.contains(sender)) {
      return sender;
    }
    List<String> hops =
        forwardedFor.stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(hop -> !hop.isEmpty())
            .toList();
    for (int i = hops.size() - 1; i >= 0; i--) {
      if (!proxies.contains(hops.get(i))) {
        return hops.get(i);
      }
    }
    return sender;
  }
}
