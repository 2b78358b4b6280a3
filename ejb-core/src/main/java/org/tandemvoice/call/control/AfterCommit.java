package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.tandemvoice.transaction.control.TransactionKeep;

/**
 * Collects what shall leave the process once this transaction is committed; a rollback forgets it.
 * One event carries them all, because several events of a transaction would be observed in reverse
 * order.
 */
@ApplicationScoped
public class AfterCommit {

  @Inject private TransactionKeep keep;
  @Inject private Event<CommandBatch> completed;
  @Inject private CallLanes lanes;
  @Inject private CallNodes nodes;

  /**
   * Carries the command out after the commit, behind all that was sent to its lane before. To be
   * called under the lock of the call: its place in the lane is taken now, so that commands leave
   * in the order of the commits. One to a call of another node is not carried out here.
   *
   * @throws org.tandemvoice.node.control.HeldElsewhereException if a request of the API wants it,
   *     which the node that holds the call can carry out
   */
  public void send(LegCommand command) {
    if (nodes.isHere(command)) {
      keep.get(CommandBatch.class, this::begun).add(command, lanes);
    }
  }

  private CommandBatch begun() {
    CommandBatch batch = new CommandBatch();
    completed.fire(batch);
    return batch;
  }
}
