package org.tandemvoice.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tandemvoice.call.control.CallClosed;
import org.tandemvoice.call.control.CallFact;
import org.tandemvoice.call.control.CallMeasurements;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.timeline.entity.TraceEntry;

/**
 * Notes for the timeline of calls the keys that parties press and what is measured on their media:
 * now and then while they talk, and once more when they end.
 */
@ApplicationScoped
public class CallTracer {

  @Inject private SipTraceBook book;
  @Inject private CallMeasurements measurements;
  @Inject private Clock clock;

  private final Set<CallId> talking = ConcurrentHashMap.newKeySet();

  void happened(@Observes CallFact fact) {
    if (fact instanceof CallFact.DigitReceived pressed) {
      book.note(pressed.call().id(), TraceEntry.key(clock.instant(), pressed.digit()));
    } else if (fact instanceof CallFact.Answered answered) {
      talking.add(answered.call().id());
    }
  }

  void closed(@Observes CallClosed event) {
    Call call = event.call();
    if (talking.remove(call.id()) && !call.media().isEmpty()) {
      Instant end = call.hungUpAt().orElseGet(clock::instant);
      book.note(call.id(), TraceEntry.media(end, call.media()));
    }
  }

  /** Measures all calls that talk. One whose media is gone is looked at no more. */
  void measure() {
    for (CallId call : talking) {
      Optional<String> measured = measurements.of(call);
      if (measured.isPresent()) {
        book.note(call, TraceEntry.media(clock.instant(), measured.get()));
      } else {
        talking.remove(call);
      }
    }
  }
}
