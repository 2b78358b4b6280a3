package org.tandemvoice.flow.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.flow.entity.Activeflow;

/** Where facts about executions arrive, one transaction a fact. */
@Stateless
public class ActiveflowFacts {

  @Inject private Activeflows activeflows;
  @Inject private FlowExecution execution;
  @Inject private FlowRunner runner;

  /** A fact about an execution that is over, or unknown, changes nothing. */
  public void happened(UUID activeflow, FlowFact fact) {
    activeflows.lock(activeflow).ifPresent(locked -> runner.fact(fact, locked));
  }

  /** The process that ran it is gone. Executions that work on a call end with it instead. */
  public void lost(UUID id) {
    activeflows
        .lock(id)
        .filter(Activeflow::isRunning)
        .ifPresent(
            activeflow ->
                execution.fail(activeflow, Optional.empty(), "the server was stopped meanwhile"));
  }
}
