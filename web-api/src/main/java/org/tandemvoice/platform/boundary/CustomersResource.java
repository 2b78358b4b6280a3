package org.tandemvoice.platform.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.accesskey.control.AccessKeyDocument;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.platform.control.CustomerLife;
import org.tandemvoice.platform.control.Onboarding;
import org.tandemvoice.platform.control.Welcome;

/** {@code /customers}: all customers, for platform administrators. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomersResource {

  @Inject private CustomerManager customers;
  @Inject private Onboarding onboarding;
  @Inject private CustomerLife life;
  @Inject private CustomerDocument document;
  @Inject private AccessKeyDocument accessKeyDocument;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    caller.platformAdmin();
    return paging.answer(customers.list(paging.request(uri)), document::forAdministrators);
  }

  /**
   * Answers the customer and, in {@code accesskey}, the key it begins with, its token shown once.
   */
  @POST
  public JsonObject create(JsonFields body) {
    caller.platformAdmin();
    Welcome welcome = onboarding.open(body);
    return JSON.createObjectBuilder(document.forAdministrators(welcome.customer()))
        .add("accesskey", accessKeyDocument.of(welcome.accessKey()))
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.forAdministrators(customers.get(new CustomerId(id.uuid())));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return document.forAdministrators(customers.update(new CustomerId(id.uuid()), body));
  }

  @PUT
  @Path("{id}/metadata")
  public JsonObject updateMetadata(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return document.forAdministrators(customers.updateMetadata(new CustomerId(id.uuid()), body));
  }

  @PUT
  @Path("{id}/billing_account_id")
  public JsonObject payFrom(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return document.forAdministrators(customers.payFrom(new CustomerId(id.uuid()), body));
  }

  /** Stops the customer: its credentials, its calls, all but the administrators' own one. */
  @POST
  @Path("{id}/freeze")
  public JsonObject freeze(@PathParam("id") ResourceId id) {
    return document.forAdministrators(life.freeze(another(id)));
  }

  @POST
  @Path("{id}/recover")
  public JsonObject recover(@PathParam("id") ResourceId id) {
    return document.forAdministrators(life.recover(another(id)));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.forAdministrators(life.delete(another(id)));
  }

  private CustomerId another(ResourceId id) {
    var customer = new CustomerId(id.uuid());
    if (customer.equals(caller.platformAdmin())) {
      throw new PlatformException(
          ErrorCode.STATE_INVALID, "this is your own customer: you would lock yourself out");
    }
    return customer;
  }
}
