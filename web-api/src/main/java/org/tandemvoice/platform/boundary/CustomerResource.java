package org.tandemvoice.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerManager;
import org.tandemvoice.json.control.JsonFields;

/** {@code /customer}: the customer of the caller. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/customer")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {

  @Inject private CustomerManager customers;
  @Inject private CustomerDocument document;
  @Inject private Caller caller;

  @GET
  public JsonObject get() {
    return document.of(customers.get(caller.member()));
  }

  @PUT
  public JsonObject update(JsonFields body) {
    return document.of(customers.update(caller.admin(), body));
  }

  @PUT
  @Path("metadata")
  public JsonObject updateMetadata(JsonFields body) {
    return document.of(customers.updateMetadata(caller.admin(), body));
  }

  @PUT
  @Path("billing_account_id")
  public JsonObject payFrom(JsonFields body) {
    return document.of(customers.payFrom(caller.admin(), body));
  }
}
