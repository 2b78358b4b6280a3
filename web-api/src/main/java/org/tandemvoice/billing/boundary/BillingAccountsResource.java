package org.tandemvoice.billing.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.billing.control.BillingAccountManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.paging.control.Page;

/**
 * {@code /billing-accounts} and {@code /billing_accounts}: a customer sees its own account, a
 * platform administrator all (C-43). Each is under the id of its customer.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/{spelling: billing[-_]accounts}")
@Produces(MediaType.APPLICATION_JSON)
public class BillingAccountsResource {

  @Inject private BillingAccountManager accounts;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    Page<JsonObject> page =
        isPlatformAdmin()
            ? accounts.list(paging.request(uri))
            : new Page<>(List.of(accounts.get(caller.member())), Optional.empty());
    return paging.answer(page, account -> account);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return accounts.get(visible(id));
  }

  @GET
  @Path("{id}/ledger")
  public JsonObject movements(@PathParam("id") ResourceId id, @Context UriInfo uri) {
    return paging.answer(accounts.movements(visible(id), paging.request(uri)), entry -> entry);
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return accounts.update(administered(id), body);
  }

  @PUT
  @Path("{id}/payment_info")
  public JsonObject payBy(@PathParam("id") ResourceId id, JsonFields body) {
    return accounts.payBy(administered(id), body);
  }

  /** {@code {"status": "frozen"}} stops all that costs money, {@code active} lets it go on. */
  @PUT
  @Path("{id}/status")
  public JsonObject freeze(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return accounts.freeze(new CustomerId(id.uuid()), body);
  }

  @POST
  @Path("{id}/balance_add_force")
  public JsonObject add(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return accounts.add(new CustomerId(id.uuid()), body);
  }

  @POST
  @Path("{id}/balance_subtract_force")
  public JsonObject subtract(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return accounts.subtract(new CustomerId(id.uuid()), body);
  }

  private boolean isPlatformAdmin() {
    return caller.permission().includes(Permission.PLATFORM_ADMIN);
  }

  private CustomerId visible(ResourceId id) {
    return isPlatformAdmin() ? new CustomerId(id.uuid()) : own(id, caller.member());
  }

  private CustomerId administered(ResourceId id) {
    return isPlatformAdmin() ? new CustomerId(id.uuid()) : own(id, caller.admin());
  }

  /** Another customer's account is not there. */
  private CustomerId own(ResourceId id, CustomerId customer) {
    if (!id.uuid().equals(customer.value())) {
      throw new PlatformException(
          ErrorCode.BILLING_ACCOUNT_NOT_FOUND, "there is no billing account " + id.uuid());
    }
    return customer;
  }
}
