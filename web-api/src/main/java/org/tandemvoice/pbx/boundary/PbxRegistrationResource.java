package org.tandemvoice.pbx.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.api.boundary.ApiApplication;
import org.tandemvoice.api.boundary.ResourceId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.pbx.control.PbxManager;
import org.tandemvoice.pbx.control.UnknownAgent;

/**
 * {@code /agents/{id}/sip/registration} (seed 004): for the agent itself and its managers, as it
 * shows a password. Answers are wrapped as the seed has them.
 */
@ApplicationScoped
@Path(ApiApplication.VERSION + "/agents/{id}/sip/registration")
@Produces(MediaType.APPLICATION_JSON)
public class PbxRegistrationResource {

  @Inject private PbxManager registrations;
  @Inject private Caller caller;

  @PUT
  public JsonObject put(@PathParam("id") ResourceId id, JsonFields body) {
    UUID agent = agent(id);
    return success(registrations.put(caller.selfOrManager(agent), agent, body));
  }

  @GET
  public JsonObject get(@PathParam("id") ResourceId id) {
    UUID agent = agent(id);
    return success(registrations.get(caller.selfOrManager(agent), agent));
  }

  /** Whether it is registered, and if not, why and until when. */
  @GET
  @Path("status")
  public JsonObject status(@PathParam("id") ResourceId id) {
    UUID agent = agent(id);
    return success(registrations.status(caller.selfOrManager(agent), agent));
  }

  @DELETE
  public JsonObject delete(@PathParam("id") ResourceId id) {
    UUID agent = agent(id);
    return success(registrations.delete(caller.selfOrManager(agent), agent));
  }

  /** What is no id is nobody's either. */
  private static UUID agent(ResourceId id) {
    return JsonFields.uuidOf(id.text()).orElseThrow(UnknownAgent::of);
  }

  private static JsonObject success(JsonObject data) {
    return JSON.createObjectBuilder().add("success", true).add("data", data).build();
  }
}
