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
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.call.control.CallQueries;
import org.tandemvoice.paging.boundary.Paging;

/** {@code /service_agents/calls}: those that have rung the phones of the agent that signed in. */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/service_agents/calls")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceAgentCallsResource {

  @Inject private CallQueries calls;
  @Inject private Caller caller;
  @Inject private Paging paging;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    return paging.answer(
        calls.list(caller.member(), caller.agent(), paging.request(uri)), call -> call);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") ResourceId id) {
    return calls.get(caller.member(), caller.agent(), id.uuid());
  }
}
