package org.tandemvoice.carrier.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * Calls that went by one provider because it was named, and not by routes. What became of them is
 * told by the calls themselves.
 */
@Entity
@Table(name = "provider_calls")
public class ProviderCall extends OwnedResource {

  @Column(name = "provider_id", nullable = false)
  private UUID providerId;

  @Column(name = "flow_id", nullable = false)
  private UUID flowId;

  @Lob
  @Column(name = "source", nullable = false)
  private Address source;

  @Lob
  @Column(name = "destinations", nullable = false)
  private String destinations;

  @Column(name = "anonymous", nullable = false)
  private String anonymous;

  @Lob
  @Column(name = "call_ids", nullable = false)
  private String callIds;

  protected ProviderCall() {}

  public ProviderCall(
      UUID id, CustomerId customer, ProviderCallTerms terms, List<UUID> calls, Instant now) {
    super(id, customer, now);
    providerId = terms.providerId();
    flowId = terms.flowId();
    source = terms.source();
    JsonArrayBuilder all = JSON.createArrayBuilder();
    terms.destinations().forEach(address -> all.add(AddressColumn.json(address)));
    destinations = all.build().toString();
    anonymous = terms.anonymous();
    callIds = JsonText.ofUuids(calls);
  }

  public ProviderCallTerms terms() {
    List<Address> all =
        JsonText.array(destinations).getValuesAs(JsonObject.class).stream()
            .map(AddressColumn::address)
            .toList();
    return new ProviderCallTerms(providerId, flowId, source, all, anonymous);
  }

  /** In the order of the destinations. */
  public List<UUID> callIds() {
    return JsonText.uuids(callIds);
  }
}
