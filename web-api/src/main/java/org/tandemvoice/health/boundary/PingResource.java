package org.tandemvoice.health.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
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
    return JSON.createObjectBuilder().add("message", "pong").build();
  }
}
