package org.tandemvoice.serviceagent.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.agent.control.AgentChanges;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.json.control.JsonFields;

/**
 * {@code /service_agents/me}: the agent that signed in, which may change itself whatever its
 * permission, but not what it may do.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/service_agents/me")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceAgentMeResource {

  @Inject private AgentManager agents;
  @Inject private AgentChanges changes;
  @Inject private AgentDocument document;
  @Inject private Caller caller;

  @GET
  public JsonObject get() {
    return document.of(agents.get(caller.member(), caller.agent()));
  }

  @PUT
  public JsonObject update(JsonFields body) {
    return document.of(agents.update(caller.member(), caller.permission(), caller.agent(), body));
  }

  @PUT
  @Path("addresses")
  public JsonObject addresses(JsonFields body) {
    return document.of(changes.addresses(caller.member(), caller.agent(), body));
  }

  @PUT
  @Path("password")
  public JsonObject password(JsonFields body) {
    return document.of(changes.ownPassword(caller.member(), caller.agent(), body));
  }

  @PUT
  @Path("status")
  public JsonObject status(JsonFields body) {
    return document.of(changes.status(caller.member(), caller.agent(), body));
  }
}
