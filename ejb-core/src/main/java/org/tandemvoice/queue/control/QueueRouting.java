package org.tandemvoice.queue.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Lets agents ring for callers, one pair a transaction, as long as there are both. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueRouting {

  /** So that a queue without end does not keep its lane for ever; the rest follows in a second. */
  private static final int MOST = 100;

  @Inject private Queuecalls queuecalls;
  @Inject private QueueAssignment assignment;

  /** The queues in which somebody waits for whom nobody rings. */
  public List<UUID> queuesThatWait() {
    return queuecalls.queuesThatWait();
  }

  public void assignAll(UUID queue) {
    int assigned = 0;
    while (assigned < MOST && assignment.assignNext(queue)) {
      assigned++;
    }
  }
}
