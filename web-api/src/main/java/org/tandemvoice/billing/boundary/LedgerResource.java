package org.tandemvoice.billing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.billing.control.BillingAccountManager;

/** {@code /ledger}: whether the books of the whole platform are right. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/ledger")
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

  @Inject private BillingAccountManager accounts;
  @Inject private Caller caller;

  /** {@code sum} is 0, and no account differs from its entries. */
  @GET
  public JsonObject audit() {
    caller.platformAdmin();
    return accounts.audit();
  }
}
