package org.tandemvoice.carrier.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.tandemvoice.carrier.control.ProviderCallDocument;
import org.tandemvoice.carrier.control.ProviderCallManager;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /providercalls}: calls by one provider and no other, for platform administrators. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/providercalls")
@Produces(MediaType.APPLICATION_JSON)
public class ProviderCallsResource {

  @Inject private ProviderCallManager calls;
  @Inject private ProviderCallDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** All, or with {@code provider_id} those of one provider. */
  @GET
  public JsonObject list(@QueryParam("provider_id") ResourceId provider, @Context UriInfo uri) {
    caller.platformAdmin();
    return paging.answer(
        calls.list(Optional.ofNullable(provider).map(ResourceId::uuid), paging.request(uri)),
        document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(calls.create(caller.platformAdmin(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(calls.get(id.uuid()));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    caller.platformAdmin();
    return document.of(calls.delete(id.uuid()));
  }
}
