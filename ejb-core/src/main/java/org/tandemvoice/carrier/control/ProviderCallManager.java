package org.tandemvoice.carrier.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.address.control.Anonymity;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.carrier.entity.Provider;
import org.tandemvoice.carrier.entity.ProviderCall;
import org.tandemvoice.carrier.entity.ProviderCallTerms;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.groupcall.entity.GroupDestination;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.route.control.CallOrder;
import org.tandemvoice.route.control.CallPlacement;

/**
 * Calls numbers by exactly one provider, for platform administrators who want to see whether it
 * works: no route is asked, and no other provider tried.
 */
@Stateless
public class ProviderCallManager {

  private static final String TEL = "tel";

  @Inject private ProviderCalls calls;
  @Inject private Providers providers;
  @Inject private ProviderWay way;
  @Inject private CallPlacement placement;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * The calls are the platform's own, and are dialing when this returns.
   *
   * @param platform the platform's own customer
   * @throws PlatformException {@code INVALID_ARGUMENT} naming the field, {@code
   *     PROVIDER_NOT_FOUND}, and what {@link CallPlacement} refuses; nobody is called then
   */
  public ProviderCall create(CustomerId platform, JsonFields fields) {
    Provider provider = provider(fields);
    CallOrder order = CallOrder.from(fields);
    requireNumbers(order, fields);
    String asserted = way.asserted(platform);
    List<Call> dialled =
        placement.place(
            platform,
            order,
            address -> way.to(provider, ProviderWay.e164(address.target()), asserted, 0));
    ProviderCallTerms terms =
        new ProviderCallTerms(
            provider.uuid(),
            dialled.get(0).flowId(),
            order.source(),
            addresses(order),
            Anonymity.read(fields).text());
    List<UUID> made = dialled.stream().map(Call::uuid).toList();
    ProviderCall call = new ProviderCall(ids.next(), platform, terms, made, clock.instant());
    calls.add(call);
    return call;
  }

  private Provider provider(JsonFields fields) {
    if (!fields.has("provider_id")) {
      throw fields.invalid("provider_id", "is missing: give the id of a provider");
    }
    UUID id = fields.uuid("provider_id");
    return providers
        .find(id)
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.PROVIDER_NOT_FOUND, "provider_id: there is no provider " + id));
  }

  private static List<Address> addresses(CallOrder order) {
    return order.destinations().stream().map(GroupDestination::address).toList();
  }

  /** A provider carries calls to telephone numbers only. */
  private static void requireNumbers(CallOrder order, JsonFields fields) {
    List<Address> addresses = addresses(order);
    for (int i = 0; i < addresses.size(); i++) {
      String type = addresses.get(i).type();
      if (!type.equals(TEL)) {
        throw fields.invalid("destinations[" + i + "].type", "is \"" + type + "\": give tel");
      }
    }
  }

  public ProviderCall get(UUID id) {
    return calls.find(id).orElseThrow(() -> unknown(id));
  }

  public Page<ProviderCall> list(Optional<UUID> provider, PageRequest request) {
    return calls.page(provider, request);
  }

  /** Forgets the order; its calls go on as calls. */
  public ProviderCall delete(UUID id) {
    ProviderCall call = calls.lock(id).orElseThrow(() -> unknown(id));
    call.delete(clock.instant());
    return call;
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(
        ErrorCode.PROVIDERCALL_NOT_FOUND, "there is no provider call " + id);
  }
}
