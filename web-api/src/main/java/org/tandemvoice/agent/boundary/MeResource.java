package org.tandemvoice.agent.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.api.boundary.ApiApplication;

/** {@code /me}: the agent that signed in. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject private AgentManager agents;
  @Inject private AgentDocument document;
  @Inject private Caller caller;

  @GET
  public JsonObject get() {
    return document.of(agents.get(caller.member(), caller.agent()));
  }
}
