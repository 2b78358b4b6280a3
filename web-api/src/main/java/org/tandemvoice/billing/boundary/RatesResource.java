package org.tandemvoice.billing.boundary;

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
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.billing.control.RateManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/**
 * {@code /rates}: what things cost. Customers read those they may be charged by, platform
 * administrators make all.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/rates")
@Produces(MediaType.APPLICATION_JSON)
public class RatesResource {

  @Inject private RateManager rates;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    CustomerId customer = caller.member();
    return paging.answer(
        isPlatformAdmin()
            ? rates.list(paging.request(uri))
            : rates.list(customer, paging.request(uri)),
        rate -> rate);
  }

  @POST
  public JsonObject create(JsonFields body) {
    caller.platformAdmin();
    return rates.create(body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    CustomerId customer = caller.member();
    return isPlatformAdmin() ? rates.get(id.uuid()) : rates.get(customer, id.uuid());
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return rates.update(id.uuid(), body);
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return rates.delete(id.uuid());
  }

  private boolean isPlatformAdmin() {
    return caller.permission().includes(Permission.PLATFORM_ADMIN);
  }
}
