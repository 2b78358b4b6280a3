package org.tandemvoice.accesskey.boundary;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.accesskey.control.AccessKeyDocument;
import org.tandemvoice.accesskey.control.AccessKeyManager;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/**
 * {@code /accesskeys}. The token is in the answer of the POST that made the key, and in no other.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/accesskeys")
@Produces(MediaType.APPLICATION_JSON)
public class AccessKeysResource {

  @Inject private AccessKeyManager keys;
  @Inject private AccessKeyDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(keys.list(caller.manager(), paging.request(uri)), document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(keys.issue(caller.manager(), document.grant(body)));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(keys.get(caller.manager(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject rename(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(keys.rename(caller.manager(), id.uuid(), body));
  }

  /** Answers 200 without a body (contract section 3). */
  @DELETE
  @Path("{id}")
  public Response revoke(@PathParam("id") ResourceId id) {
    keys.revoke(caller.manager(), id.uuid());
    return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).build();
  }
}
