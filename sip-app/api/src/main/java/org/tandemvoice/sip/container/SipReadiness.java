package org.tandemvoice.sip.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the SIP application is up, while draining, and when SIP does not answer. */
@Readiness
@ApplicationScoped
public class SipReadiness implements HealthCheck {

  @Inject SipContainerAccess container;

  @Override
  public HealthCheckResponse call() {
    SipCondition now = container.condition();
    return HealthCheckResponse.named("sip")
        .status(now.ready())
        .withData("started", now.started())
        .withData("draining", now.draining())
        .withData("probeAnswered", now.probeAnswered())
        .withData("congested", now.congested())
        .build();
  }
}
