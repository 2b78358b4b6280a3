package org.tandemvoice.trunk.boundary;

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
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.trunk.control.TrunkDocument;
import org.tandemvoice.trunk.control.TrunkManager;
import org.tandemvoice.trunk.entity.Trunk;

/** {@code /trunks}. All agents of the customer may read them; passwords are for its managers. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/trunks")
@Produces(MediaType.APPLICATION_JSON)
public class TrunksResource {

  @Inject private TrunkManager trunks;
  @Inject private TrunkDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(trunks.list(caller.member(), paging.request(uri)), this::shown);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(trunks.create(caller.manager(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return shown(trunks.get(caller.member(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(trunks.update(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(trunks.delete(caller.manager(), id.uuid()));
  }

  private JsonObject shown(Trunk trunk) {
    return caller.isManager() ? document.of(trunk) : document.withoutPassword(trunk);
  }
}
