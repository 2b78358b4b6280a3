package org.tandemvoice.carrier.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.DestinationKind;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.call.control.RouteTerms;
import org.tandemvoice.carrier.entity.HealthStatus;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.carrier.entity.Route;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.SipDomains;
import org.tandemvoice.number.control.PhoneNumbers;

/**
 * A telephone number. One that anybody on this server owns is reached inside; any other by the
 * providers of its routes, one after another (inventory section 12), those that answer before those
 * that do not.
 */
@ApplicationScoped
public class TelDestination implements DestinationKind {

  @Inject private PhoneNumbers numbers;
  @Inject private Routes routes;
  @Inject private Providers providers;
  @Inject private ProviderWay way;
  @Inject private SipDomains domains;

  @Override
  public Set<String> types() {
    return Set.of("tel");
  }

  @Override
  public boolean isKnown(CustomerId customer, Address address) {
    return true;
  }

  @Override
  public List<LegTarget> targets(CustomerId customer, Address address) {
    String e164 = ProviderWay.e164(address.target());
    String asserted = way.asserted(customer);
    if (numbers.find(e164).isPresent()) {
      String uri = "sip:" + domains.publicAddressOf(e164);
      return List.of(LegTarget.inside(uri, RouteTerms.asserting(asserted)));
    }
    List<LegTarget> ways = new ArrayList<>();
    for (Provider provider : providersOf(customer, e164)) {
      ways.add(way.to(provider, e164, asserted, ways.size()));
    }
    return ways;
  }

  private List<Provider> providersOf(CustomerId customer, String e164) {
    Set<UUID> seen = new HashSet<>();
    return routes.of(customer, e164).stream()
        .map(Route::profile)
        .filter(route -> seen.add(route.providerId()))
        .flatMap(route -> providers.find(route.providerId()).stream())
        .sorted(Comparator.comparing((Provider found) -> found.health() == HealthStatus.UNHEALTHY))
        .toList();
  }
}
