package org.tandemvoice.fraud.boundary;

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
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.fraud.control.OutboundConfigManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/**
 * {@code /outbound_configs}: what customers may call, each under the id of the customer, for
 * platform administrators.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/outbound_configs")
@Produces(MediaType.APPLICATION_JSON)
public class OutboundConfigsResource {

  @Inject private OutboundConfigManager configs;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** Those of the customers that have their own. */
  @GET
  public JsonObject list(@Context UriInfo uri) {
    caller.platformAdmin();
    return paging.answer(configs.list(paging.request(uri)), config -> config);
  }

  /** Gives the customer in {@code customer_id} its own. */
  @POST
  public JsonObject create(JsonFields body) {
    caller.platformAdmin();
    return configs.update(new CustomerId(body.uuid("customer_id")), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return configs.get(new CustomerId(id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return configs.update(new CustomerId(id.uuid()), body);
  }

  /** The limits of the server hold again. */
  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return configs.reset(new CustomerId(id.uuid()));
  }
}
