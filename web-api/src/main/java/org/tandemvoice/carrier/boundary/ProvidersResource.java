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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.carrier.control.ProviderDocument;
import org.tandemvoice.carrier.control.ProviderManager;
import org.tandemvoice.carrier.control.ProviderSetup;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /providers}: those who carry calls into the network, for platform administrators. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/providers")
@Produces(MediaType.APPLICATION_JSON)
public class ProvidersResource {

  @Inject private ProviderManager providers;
  @Inject private ProviderSetup setup;
  @Inject private ProviderDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    caller.platformAdmin();
    return paging.answer(providers.list(paging.request(uri)), document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(providers.create(caller.platformAdmin(), body));
  }

  /** From an account at a carrier. */
  @POST
  @Path("setup")
  public JsonObject setUp(JsonFields body) {
    return document.of(setup.setUp(caller.platformAdmin(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(providers.get(id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    caller.platformAdmin();
    return document.of(providers.update(id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(providers.delete(id.uuid()));
  }
}
