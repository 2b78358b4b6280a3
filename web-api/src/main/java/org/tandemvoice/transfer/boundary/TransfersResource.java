package org.tandemvoice.transfer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.transfer.control.TransferManager;
import org.tandemvoice.transfer.control.TransferOrder;

/** {@code /transfers}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/transfers")
@Produces(MediaType.APPLICATION_JSON)
public class TransfersResource {

  @Inject private TransferManager transfers;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @POST
  public JsonObject create(JsonFields body) {
    CustomerId customer = caller.manager();
    UUID transferer = body.uuid("transferer_call_id");
    if (transferer.equals(OwnedResource.NIL)) {
      throw body.invalid("transferer_call_id", "is missing: give the call that hands over");
    }
    return transfers.transfer(customer, transferer, TransferOrder.from(body));
  }

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(transfers.list(caller.member(), paging.request(uri)), found -> found);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return transfers.get(caller.member(), id.uuid());
  }

  @POST
  @Path("{id}/complete")
  public JsonObject complete(@PathParam("id") ResourceId id) {
    return transfers.complete(caller.manager(), id.uuid());
  }

  @POST
  @Path("{id}/cancel")
  public JsonObject cancel(@PathParam("id") ResourceId id) {
    return transfers.cancel(caller.manager(), id.uuid());
  }
}
