package org.tandemvoice.call.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.node.control.Node;

/**
 * Ends the calls of this process before it stops: no new ones, the running ones hung up, their last
 * rows committed.
 */
@ApplicationScoped
public class CallDrain {

  private static final Logger LOG = System.getLogger(CallDrain.class.getName());

  @Inject private Node node;
  @Inject private CallTimeouts timeouts;
  @Inject private CallManager calls;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /**
   * Blocks until every call of this node is over, at most for the limit; those that have not
   * confirmed their end by then are ended in the books.
   */
  public void drain(Duration limit) {
    node.drain();
    List<CallId> open = timeouts.open();
    open.forEach(id -> calls.release(id, ReleaseCause.UNAVAILABLE));
    List<CallId> left = awaitEnd(limit);
    left.forEach(id -> calls.legReleased(id, LegEnd.of(ReleaseCause.UNAVAILABLE)));
    LOG.log(Level.INFO, "drained {0} calls, {1} without confirmation", open.size(), left.size());
  }

  /** Takes new calls again, after a drain that was not followed by a stop. */
  public void resume() {
    node.resume();
  }

  private List<CallId> awaitEnd(Duration limit) {
    long nanos = limit.toNanos();
    lock.lock();
    try {
      List<CallId> open = timeouts.open();
      while (!open.isEmpty() && nanos > 0) {
        // An end that is committed between the query and the wait is seen after a quarter of a
        // second.
        long slice = Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(250));
        nanos -= slice - Math.max(0, ended.awaitNanos(slice));
        open = timeouts.open();
      }
      return open;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return timeouts.open();
    } finally {
      lock.unlock();
    }
  }

  void callEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallFact.Ended fact) {
    lock.lock();
    try {
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
