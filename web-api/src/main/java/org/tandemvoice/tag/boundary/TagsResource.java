package org.tandemvoice.tag.boundary;

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
import org.tandemvoice.tag.control.TagDocument;
import org.tandemvoice.tag.control.TagManager;

/** {@code /tags}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/tags")
@Produces(MediaType.APPLICATION_JSON)
public class TagsResource {

  @Inject private TagManager tags;
  @Inject private TagDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(tags.list(caller.member(), paging.request(uri)), document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return document.of(tags.create(caller.manager(), body));
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(tags.get(caller.member(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(tags.update(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(tags.delete(caller.manager(), id.uuid()));
  }
}
