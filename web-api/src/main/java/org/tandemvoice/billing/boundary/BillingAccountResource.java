package org.tandemvoice.billing.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.billing.control.BillingAccountManager;
import org.tandemvoice.billing.control.PaymentPortal;
import org.tandemvoice.json.control.JsonFields;

/** {@code /billing_account} and {@code /billing-account}: the account of the caller's customer. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/{spelling: billing[-_]account}")
@Produces(MediaType.APPLICATION_JSON)
public class BillingAccountResource {

  @Inject private BillingAccountManager accounts;
  @Inject private PaymentPortal portal;
  @Inject private Caller caller;

  @GET
  public JsonObject get() {
    return accounts.get(caller.member());
  }

  @PUT
  public JsonObject update(JsonFields body) {
    return accounts.update(caller.admin(), body);
  }

  @PUT
  @Path("payment_info")
  public JsonObject payBy(JsonFields body) {
    return accounts.payBy(caller.admin(), body);
  }

  /** Where the customer can pay. */
  @POST
  @Path("paddle_portal_session")
  public JsonObject portal() {
    return JSON.createObjectBuilder()
        .add("url", portal.url(caller.admin().value()).toString())
        .build();
  }
}
