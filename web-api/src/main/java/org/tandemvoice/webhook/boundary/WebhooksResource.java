package org.tandemvoice.webhook.boundary;

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
import org.tandemvoice.webhook.control.WebhookDocument;
import org.tandemvoice.webhook.control.WebhookManager;

/** {@code /webhooks}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {

  @Inject private WebhookManager webhooks;
  @Inject private WebhookDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(webhooks.list(caller.member(), paging.request(uri)), document::of);
  }

  @POST
  public JsonObject create(JsonFields body) {
    return webhooks.create(caller.manager(), body);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(webhooks.get(caller.member(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(webhooks.update(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(webhooks.delete(caller.manager(), id.uuid()));
  }

  @POST
  @Path("{id}/secret-regenerate")
  public JsonObject renewSecret(@PathParam("id") ResourceId id) {
    return webhooks.renewSecret(caller.manager(), id.uuid());
  }
}
