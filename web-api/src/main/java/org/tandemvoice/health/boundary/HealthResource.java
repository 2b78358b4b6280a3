package org.tandemvoice.health.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.tandemvoice.access.boundary.PublicAccess;

/**
 * {@code /health} in the form of MicroProfile Health 4.0 section 3, over the checks of all modules.
 * The server's own endpoint is on the management port and sees fewer of them.
 */
@PublicAccess
@ApplicationScoped
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  private static final System.Logger LOG = System.getLogger(HealthResource.class.getName());

  @Inject @Liveness private Instance<HealthCheck> liveness;
  @Inject @Readiness private Instance<HealthCheck> readiness;
  @Inject @Startup private Instance<HealthCheck> startup;

  @GET
  public Response all() {
    return answer(List.of(liveness, readiness, startup));
  }

  @GET
  @Path("live")
  public Response live() {
    return answer(List.of(liveness));
  }

  @GET
  @Path("ready")
  public Response ready() {
    return answer(List.of(readiness));
  }

  @GET
  @Path("started")
  public Response started() {
    return answer(List.of(startup));
  }

  private static Response answer(List<Instance<HealthCheck>> kinds) {
    List<HealthCheckResponse> responses =
        kinds.stream().flatMap(Instance::stream).map(HealthResource::call).toList();
    boolean isUp = responses.stream().allMatch(HealthResource::isUp);
    JsonArrayBuilder checks = JSON.createArrayBuilder();
    responses.forEach(response -> checks.add(json(response)));
    JsonObject body =
        JSON.createObjectBuilder()
            .add("status", isUp ? "UP" : "DOWN")
            .add("checks", checks)
            .build();
    return Response.status(isUp ? 200 : 503).entity(body).build();
  }

  /** A check that fails to answer is down; its reason goes to the log, not to whoever asks. */
  private static HealthCheckResponse call(HealthCheck check) {
    try {
      return check.call();
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.WARNING, "health check " + check.getClass() + " failed", failure);
      return HealthCheckResponse.down(check.getClass().getSimpleName());
    }
  }

  private static boolean isUp(HealthCheckResponse response) {
    return response.getStatus() == HealthCheckResponse.Status.UP;
  }

  private static JsonObject json(HealthCheckResponse response) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("name", response.getName())
            .add("status", response.getStatus().name());
    response
        .getData()
        .ifPresent(
            data -> {
              JsonObjectBuilder members = JSON.createObjectBuilder();
              data.forEach((key, value) -> members.add(key, String.valueOf(value)));
              json.add("data", members);
            });
    return json.build();
  }
}
