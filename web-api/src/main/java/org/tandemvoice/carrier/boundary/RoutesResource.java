package org.tandemvoice.carrier.boundary;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.carrier.control.RouteDocument;
import org.tandemvoice.carrier.control.RouteManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /routes}: which provider takes which calls, for platform administrators. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/routes")
@Produces(MediaType.APPLICATION_JSON)
public class RoutesResource {

  @Inject private RouteManager routes;
  @Inject private RouteDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** All routes, or with {@code customer_id} those of one customer. */
  @GET
  public JsonObject list(@QueryParam("customer_id") ResourceId customer, @Context UriInfo uri) {
    caller.platformAdmin();
    return paging.answer(
        routes.list(Optional.ofNullable(customer).map(ResourceId::uuid), paging.request(uri)),
        document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    caller.platformAdmin();
    return document.of(routes.create(body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(routes.get(id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return document.of(routes.update(id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(routes.delete(id.uuid()));
  }
}
