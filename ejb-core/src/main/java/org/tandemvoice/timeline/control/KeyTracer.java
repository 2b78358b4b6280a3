package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.tandemvoice.call.control.CallFact;

/** Notes the keys that parties press, for the timeline of their calls. */
@ApplicationScoped
public class KeyTracer {

  @Inject private SipTraceBook book;

  void happened(@Observes CallFact fact) {
    if (fact instanceof CallFact.DigitReceived pressed) {
      book.pressed(pressed.call().id(), pressed.digit());
    }
  }
}
