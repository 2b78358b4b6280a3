package org.tandemvoice.pbx.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;
import org.tandemvoice.pbx.entity.PbxRegistration;

/** Tells the public that the registration of an agent is in another state. */
@ApplicationScoped
public class PbxEvents {

  private static final Logger LOG = System.getLogger(PbxEvents.class.getName());

  @Inject private Outbox outbox;
  @Inject private PbxDocument document;
  @Inject private Clock clock;

  /** To be called in the transaction that changes it. */
  void changed(PbxRegistration registration) {
    LOG.log(
        Level.INFO,
        () ->
            "registration %s of %s is %s, last answer %d %s"
                .formatted(
                    registration.uuid(),
                    registration.account().addressOfRecord(),
                    registration.state().text(),
                    registration.lastCode(),
                    registration.lastReason()));
    outbox.record(
        new EventSubject(registration.customerId(), "agent", registration.agentId()),
        "agent_sip_registration_updated",
        document.status(registration, clock.instant()));
  }
}
