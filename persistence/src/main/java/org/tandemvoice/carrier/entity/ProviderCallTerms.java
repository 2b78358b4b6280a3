package org.tandemvoice.carrier.entity;

import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;

/**
 * What is to be called by a provider.
 *
 * @param flowId what the calls run
 * @param anonymous whether the source is withheld: yes, no or auto
 */
public record ProviderCallTerms(
    UUID providerId, UUID flowId, Address source, List<Address> destinations, String anonymous) {

  public ProviderCallTerms {
    destinations = List.copyOf(destinations);
  }
}
