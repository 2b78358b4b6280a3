package org.tandemvoice.transfer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.transfer.control.TransferManager;
import org.tandemvoice.transfer.control.TransferOrder;

/** The seed's way to begin a transfer: {@code /calls/{id}/transfer} of the transferer (C-20). */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/calls")
@Produces(MediaType.APPLICATION_JSON)
public class CallTransferResource {

  @Inject private TransferManager transfers;
  @Inject private Caller caller;

  @POST
  @Path("{id}/transfer")
  public JsonObject transfer(@PathParam("id") ResourceId id, JsonFields body) {
    return transfers.transfer(caller.manager(), id.uuid(), TransferOrder.from(body));
  }
}
