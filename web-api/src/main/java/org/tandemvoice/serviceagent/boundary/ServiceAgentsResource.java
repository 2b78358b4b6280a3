package org.tandemvoice.serviceagent.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.control.AgentFilter;
import org.tandemvoice.agent.control.AgentManager;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.customer.control.CustomerManager;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.paging.boundary.Paging;
import org.tandemvoice.tag.control.TagDocument;
import org.tandemvoice.tag.control.TagManager;

/** {@code /service_agents}: what the agent that signed in may know of those around it. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/service_agents")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceAgentsResource {

  @Inject private AgentManager agents;
  @Inject private AgentDocument agentDocument;
  @Inject private TagManager tags;
  @Inject private TagDocument tagDocument;
  @Inject private CustomerManager customers;
  @Inject private CustomerDocument customerDocument;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  @Path("agents")
  public JsonObject agents(@Context UriInfo uri) {
    AgentFilter all = new AgentFilter(List.of(), Optional.empty());
    return paging.answer(agents.list(customer(), all, paging.request(uri)), agentDocument::of);
  }

  @GET
  @Path("agents/{id}")
  public JsonObject agent(@PathParam("id") ResourceId id) {
    return agentDocument.of(agents.get(customer(), id.uuid()));
  }

  @GET
  @Path("tags")
  public JsonObject tags(@Context UriInfo uri) {
    return paging.answer(tags.list(customer(), paging.request(uri)), tagDocument::of);
  }

  @GET
  @Path("tags/{id}")
  public JsonObject tag(@PathParam("id") ResourceId id) {
    return tagDocument.of(tags.get(customer(), id.uuid()));
  }

  @GET
  @Path("customer")
  public JsonObject customerOfAgent() {
    return customerDocument.of(customers.get(customer()));
  }

  private CustomerId customer() {
    caller.agent();
    return caller.member();
  }
}
