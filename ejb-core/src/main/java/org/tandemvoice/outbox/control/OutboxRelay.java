package org.tandemvoice.outbox.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.tandemvoice.outbox.control.RelayTurn.Outcome;

/**
 * Puts committed events into the one order that webhooks and sockets follow. A commit wakes it at
 * once; events that follow closely share a batch, so that a busy server makes few of them. What a
 * crash left behind, or another node, is found by looking a few times a second.
 */
@ApplicationScoped
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/OutboxRelay", maxAsync = 2)
public class OutboxRelay {

  private static final Logger LOG = System.getLogger(OutboxRelay.class.getName());
  private static final int BATCH = 500;
  private static final long GATHER_MS = 50;
  private static final long RETRY_MS = 500;

  @Resource(lookup = "java:app/concurrent/OutboxRelay")
  private ManagedScheduledExecutorService executor;

  @Inject private RelayTurn turn;
  @Inject private Event<RelayTick> ticks;

  private final ReentrantLock working = new ReentrantLock();
  private final AtomicBoolean isWoken = new AtomicBoolean();
  private volatile long lastTurnNs = System.nanoTime();

  void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecordedEvents events) {
    long sinceLastMs = Duration.ofNanos(System.nanoTime() - lastTurnNs).toMillis();
    wake(Math.max(0, GATHER_MS - sinceLastMs));
  }

  private void wake(long delayMs) {
    if (isWoken.compareAndSet(false, true)) {
      executor.schedule(this::work, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  private void work() {
    isWoken.set(false);
    working.lock();
    try {
      Outcome outcome = turn.take(BATCH);
      lastTurnNs = System.nanoTime();
      if (outcome != Outcome.DONE) {
        wake(outcome == Outcome.FULL ? 0 : GATHER_MS);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "events wait, the database refuses: " + failure.getMessage());
      wake(RETRY_MS);
    } finally {
      working.unlock();
    }
  }

  /** To be called again and again. */
  void look() {
    working.lock();
    try {
      if (turn.isPending()) {
        wake(0);
      }
      ticks.fire(new RelayTick());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the database cannot be asked for events: " + failure.getMessage());
    } finally {
      working.unlock();
    }
  }
}
