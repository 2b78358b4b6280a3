package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.flow.entity.Activeflow;
import org.tandemvoice.outbox.control.Outbox;
import org.tandemvoice.outbox.entity.EventSubject;

/** The events of executions (contract section 12). They come without the history of actions. */
@ApplicationScoped
public class ActiveflowEvents {

  @Inject private Outbox outbox;
  @Inject private ActiveflowDocument document;

  void created(Activeflow activeflow) {
    record(activeflow, "activeflow_created");
  }

  /** It has moved on, or is over. */
  void updated(Activeflow activeflow) {
    record(activeflow, "activeflow_updated");
  }

  void deleted(Activeflow activeflow) {
    record(activeflow, "activeflow_deleted");
  }

  private void record(Activeflow activeflow, String eventType) {
    outbox.record(
        new EventSubject(activeflow.customerId(), "activeflow", activeflow.uuid()),
        eventType,
        document.of(activeflow, List.of()));
  }
}
