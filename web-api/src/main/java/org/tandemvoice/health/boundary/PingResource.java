package org.tandemvoice.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.tandemvoice.access.boundary.PublicAccess;

/** {@code /ping}: answers whoever can reach the server. */
@PublicAccess
@ApplicationScoped
@Path("ping")
@Produces(MediaType.APPLICATION_JSON)
public class PingResource {

  @GET
  public JsonObject ping() {
    return Json.createObjectBuilder().add("message", "pong").build();
  }
}
