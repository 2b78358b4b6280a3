package org.tandemvoice.call.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects what shall leave the process once this transaction is committed; a rollback forgets it.
 * One event carries them all, because several events of a transaction would be observed in reverse
 * order.
 */
@TransactionScoped
public class AfterCommit implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The commands of one transaction, in the order they were sent. */
  public record Batch(List<LegCommand> commands) {}

  @Inject private Event<Batch> committed;

  private transient Batch batch;

  /** Carries the command out after the commit, after those sent before it. */
  public void send(LegCommand command) {
    if (batch == null) {
      batch = new Batch(new ArrayList<>());
      committed.fire(batch);
    }
    batch.commands().add(command);
  }
}
