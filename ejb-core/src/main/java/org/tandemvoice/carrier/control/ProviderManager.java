package org.tandemvoice.carrier.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.network.control.NetworkRange;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;

/** Makes, changes and deletes providers, for platform administrators. */
@Stateless
public class ProviderManager {

  @Inject private Providers providers;
  @Inject private ProviderDocument document;
  @Inject private Event<ProvidersChanged> changes;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * @param platform the platform's own customer
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field
   */
  public Provider create(CustomerId platform, JsonFields fields) {
    UUID id = ids.next();
    Provider provider =
        new Provider(id, platform, document.newProfile(id, fields), clock.instant());
    providers.add(provider);
    changes.fire(new ProvidersChanged());
    return provider;
  }

  public Provider get(UUID id) {
    return providers.find(id).orElseThrow(() -> unknown(id));
  }

  public Page<Provider> list(PageRequest request) {
    return providers.page(request);
  }

  /** Fields that are missing stay as they are. */
  public Provider update(UUID id, JsonFields fields) {
    Provider provider = providers.lock(id).orElseThrow(() -> unknown(id));
    provider.change(document.changed(id, provider.profile(), fields), clock.instant());
    changes.fire(new ProvidersChanged());
    return provider;
  }

  /** Routes that name it lead nowhere from now on. */
  public Provider delete(UUID id) {
    Provider provider = providers.lock(id).orElseThrow(() -> unknown(id));
    provider.delete(clock.instant());
    changes.fire(new ProvidersChanged());
    return provider;
  }

  /** Where all providers send their calls from. */
  public List<NetworkRange> sources() {
    return providers.all().stream()
        .flatMap(provider -> provider.profile().allowedIps().stream())
        .flatMap(range -> NetworkRange.parse(range).stream())
        .toList();
  }

  public List<Provider> all() {
    return providers.all();
  }

  /** Notes whether the provider has answered when it was asked. */
  public void seen(UUID id, boolean answered) {
    providers.lock(id).ifPresent(provider -> provider.seen(answered, clock.instant()));
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.PROVIDER_NOT_FOUND, "there is no provider " + id);
  }
}
