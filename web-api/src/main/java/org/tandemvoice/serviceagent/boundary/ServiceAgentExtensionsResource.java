package org.tandemvoice.serviceagent.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.extension.control.ExtensionDocument;
import org.tandemvoice.extension.control.ExtensionManager;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.paging.control.Page;

/**
 * {@code /service_agents/extensions}: those among the addresses of the agent that signed in.
 * Without passwords, for an agent may name any extension of its customer as its address.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/service_agents/extensions")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceAgentExtensionsResource {

  @Inject private AgentManager agents;
  @Inject private ExtensionManager extensions;
  @Inject private ExtensionDocument document;
  @Inject private Caller caller;
  @Inject private Paging paging;

  /** All at once: an agent has few addresses. */
  @GET
  public JsonObject list() {
    var own = extensions.among(caller.member(), addresses());
    return paging.answer(new Page<>(own, Optional.empty()), document::withoutPassword);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return document.withoutPassword(extensions.get(caller.member(), addresses(), id.uuid()));
  }

  private List<Address> addresses() {
    return agents.get(caller.member(), caller.agent()).addresses();
  }
}
