package org.tandemvoice.media;

import jakarta.enterprise.context.ApplicationScoped;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while there is an RTP port left. It stands here because health checks are looked for in
 * libraries of the EAR.
 */
@Readiness
@ApplicationScoped
public class MediaReadiness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    try {
      MediaSessionFactory factory = InitialContext.doLookup("java:/eis/Media");
      MediaGauges gauges = factory.gauges();
      return HealthCheckResponse.named("media")
          .status(gauges.freePorts() > 0)
          .withData("freePorts", gauges.freePorts())
          .withData("openSessions", gauges.openSessions())
          .build();
    } catch (NamingException absent) {
      return HealthCheckResponse.named("media").down().withData("error", "not started").build();
    }
  }
}
