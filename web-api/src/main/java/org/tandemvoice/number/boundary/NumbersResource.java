package org.tandemvoice.number.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
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
import org.tandemvoice.number.control.NumberDocument;
import org.tandemvoice.number.control.NumberManager;
import org.tandemvoice.number.control.NumberRenewal;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /numbers}. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/numbers")
@Produces(MediaType.APPLICATION_JSON)
public class NumbersResource {

  @Inject private NumberManager numbers;
  @Inject private NumberRenewal renewal;
  @Inject private NumberDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(numbers.list(caller.member(), paging.request(uri)), document::of);
  }

  @POST
  public JsonObject purchase(JsonFields body) {
    return document.of(numbers.purchase(caller.manager(), body));
  }

  /** For platform administrators: the numbers of all customers whose terms end before a time. */
  @POST
  @Path("renew")
  public JsonArray renew(JsonFields body) {
    caller.platformAdmin();
    return JSON.createArrayBuilder(renewal.renew(document.renewal(body))).build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(numbers.get(caller.member(), id.uuid()));
  }

  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(numbers.update(caller.manager(), id.uuid(), body));
  }

  @PUT
  @Path("{id}/flow_ids")
  public JsonObject updateFlows(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(numbers.update(caller.manager(), id.uuid(), body));
  }

  @PUT
  @Path("{id}/metadata")
  public JsonObject updateMetadata(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(numbers.updateMetadata(caller.manager(), id.uuid(), body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject release(@PathParam("id") ResourceId id) {
    return document.of(numbers.release(caller.manager(), id.uuid()));
  }
}
