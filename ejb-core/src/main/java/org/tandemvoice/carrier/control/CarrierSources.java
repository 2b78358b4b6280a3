package org.tandemvoice.carrier.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.tandemvoice.network.control.NetworkRange;

/** Says whether a request comes from a provider. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CarrierSources {

  @Inject private Providers providers;

  /** Whether a provider sends its calls from this address. */
  public boolean isCarrier(String sourceAddress) {
    return providers.all().stream()
        .anyMatch(
            provider -> NetworkRange.anyContains(provider.profile().allowedIps(), sourceAddress));
  }
}
