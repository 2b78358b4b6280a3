package org.tandemvoice.recording.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.customer.entity.OwnedResource;

/**
 * Ends recordings with their call, and at the key that ends them, in the transaction of the fact.
 */
@ApplicationScoped
public class RecordingEnds {

  @Inject private RecordingStates states;

  void callEnded(@Observes CallFact.Ended fact) {
    if (!fact.call().recordings().all().isEmpty()) {
      states.callEnded(fact.call());
    }
  }

  void keyPressed(@Observes CallFact.DigitReceived fact) {
    if (!fact.call().recordings().running().equals(OwnedResource.NIL)) {
      states.pressed(fact.call(), fact.digit());
    }
  }
}
