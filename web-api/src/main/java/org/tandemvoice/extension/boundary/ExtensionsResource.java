package org.tandemvoice.extension.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
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
import org.tandemvoice.extension.control.ExtensionDocument;
import org.tandemvoice.extension.control.ExtensionManager;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/**
 * {@code /extensions}. All agents of the customer may read them; passwords are for its managers.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/extensions")
@Produces(MediaType.APPLICATION_JSON)
public class ExtensionsResource {

  @Inject private ExtensionManager extensions;
  @Inject private ExtensionDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(extensions.list(caller.member(), paging.request(uri)), this::shown);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(extensions.create(caller.manager(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return shown(extensions.get(caller.member(), id.uuid()));
  }

  /** As many as an extension may have, so there are no pages. */
  @GET
  @Path("{id}/contacts")
  public JsonObject contacts(@PathParam("id") ResourceId id) {
    JsonArrayBuilder result = JSON.createArrayBuilder();
    extensions
        .contacts(caller.member(), id.uuid())
        .forEach(phone -> result.add(document.of(phone)));
    return JSON.createObjectBuilder().add("result", result).build();
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(extensions.update(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(extensions.delete(caller.manager(), id.uuid()));
  }

  @POST
  @Path("{id}/direct-hash-regenerate")
  public JsonObject regenerateDirectHash(@PathParam("id") ResourceId id) {
    return document.of(extensions.regenerateDirectHash(caller.manager(), id.uuid()));
  }

  private JsonObject shown(Extension extension) {
    return caller.isManager() ? document.of(extension) : document.withoutPassword(extension);
  }
}
