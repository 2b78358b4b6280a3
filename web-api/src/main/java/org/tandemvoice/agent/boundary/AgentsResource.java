package org.tandemvoice.agent.boundary;

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
import java.util.Set;
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.agent.control.AgentChanges;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.boundary.Paging;

/**
 * {@code /agents}. All agents of the customer may read them and say of themselves whether they take
 * calls; all else is for its managers (contract section 2).
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/agents")
@Produces(MediaType.APPLICATION_JSON)
public class AgentsResource {

  @Inject private AgentManager agents;
  @Inject private AgentChanges changes;
  @Inject private AgentDocument document;
  @Inject private AgentFilters filters;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** Filters: {@code queue_id} (seed 003), {@code tag_ids}, {@code status}. */
  @GET
  public JsonObject list(@Context UriInfo uri) {
    var customer = caller.member();
    var filter = filters.of(customer, uri.getQueryParameters());
    return paging.answer(agents.list(customer, filter, paging.request(uri)), document::of);
  }

  /** 201, as contract section 1 point 4 has it. */
  @POST
  public Response create(JsonFields body) {
    Agent made = agents.create(caller.manager(), caller.permission(), body);
    return Response.status(Response.Status.CREATED).entity(document.of(made)).build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.of(agents.get(caller.member(), id.uuid()));
  }

  /** An agent without any permission may send its own status here too, and nothing else (C-56). */
  @PUT
  @Path("{id}")
  public JsonObject update(@PathParam("id") ResourceId id, JsonFields body) {
    UUID agent = id.uuid();
    if (caller.isAgent(agent) && body.json().keySet().equals(Set.of("status"))) {
      return document.of(changes.status(caller.member(), agent, body));
    }
    return document.of(agents.update(caller.manager(), caller.permission(), agent, body));
  }

  @DELETE
  @Path("{id}")
  public JsonObject delete(@PathParam("id") ResourceId id) {
    return document.of(agents.delete(caller.manager(), caller.permission(), id.uuid()));
  }

  @PUT
  @Path("{id}/status")
  public JsonObject status(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(changes.status(caller.selfOrManager(id.uuid()), id.uuid(), body));
  }

  @PUT
  @Path("{id}/addresses")
  public JsonObject addresses(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(changes.addresses(caller.manager(), id.uuid(), body));
  }

  @PUT
  @Path("{id}/tag_ids")
  public JsonObject tagIds(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(changes.tagIds(caller.manager(), id.uuid(), body));
  }

  @PUT
  @Path("{id}/password")
  public JsonObject password(@PathParam("id") ResourceId id, JsonFields body) {
    UUID agent = id.uuid();
    return document.of(
        caller.isAgent(agent)
            ? changes.ownPassword(caller.member(), agent, body)
            : changes.password(caller.manager(), caller.permission(), agent, body));
  }

  @PUT
  @Path("{id}/permission")
  public JsonObject permission(@PathParam("id") ResourceId id, JsonFields body) {
    return document.of(changes.permission(caller.manager(), caller.permission(), id.uuid(), body));
  }

  @POST
  @Path("{id}/direct-hash-regenerate")
  public JsonObject regenerateDirectHash(@PathParam("id") ResourceId id) {
    return document.of(changes.regenerateDirectHash(caller.manager(), id.uuid()));
  }
}
