package org.tandemvoice.carrier.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import org.tandemvoice.address.entity.AddressColumn;
import org.tandemvoice.carrier.entity.ProviderCall;
import org.tandemvoice.carrier.entity.ProviderCallTerms;
import org.tandemvoice.time.control.Timestamps;

/** A provider call as the API shows it (contract Appendix A); none is a groupcall. */
@ApplicationScoped
public class ProviderCallDocument {

  private Timestamps timestamps;

  protected ProviderCallDocument() {}

  @Inject
  public ProviderCallDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(ProviderCall call) {
    ProviderCallTerms terms = call.terms();
    JsonArrayBuilder destinations = JSON.createArrayBuilder();
    terms.destinations().forEach(address -> destinations.add(AddressColumn.json(address)));
    JsonArrayBuilder calls = JSON.createArrayBuilder();
    call.callIds().forEach(id -> calls.add(id.toString()));
    return JSON.createObjectBuilder()
        .add("id", call.uuid().toString())
        .add("customer_id", call.customerId().toString())
        .add("provider_id", terms.providerId().toString())
        .add("flow_id", terms.flowId().toString())
        .add("source", AddressColumn.json(terms.source()))
        .add("destinations", destinations)
        .add("anonymous", terms.anonymous())
        .add("call_ids", calls)
        .add("groupcall_ids", JSON.createArrayBuilder())
        .add("tm_create", timestamps.text(call.createdAt()))
        .add("tm_update", timestamps.text(call.updatedAt()))
        .add("tm_delete", timestamps.text(call.deletedAt()))
        .build();
  }
}
