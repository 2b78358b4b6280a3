package org.tandemvoice.webhook.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tandemvoice.webhook.entity.Attempt;

/**
 * Writes attempts down, many in one transaction. A crash before that makes the next process repeat
 * them: an event is delivered at least once.
 */
@ApplicationScoped
public class DeliveryJournal {

  private static final Logger LOG = System.getLogger(DeliveryJournal.class.getName());
  private static final int MOST = 200;
  private static final long GATHER_MS = 20;
  private static final long RETRY_MS = 1_000;

  private record Entry(UUID delivery, Attempt attempt) {}

  @Resource(lookup = "java:app/concurrent/WebhookTimers")
  private ManagedScheduledExecutorService timers;

  @Inject private DeliveryBooks books;

  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isPlanned = new AtomicBoolean();

  /** Writes down what is there, nothing at start-up. */
  void prepare() {
    plan(0);
  }

  void add(UUID delivery, Attempt attempt) {
    entries.add(new Entry(delivery, attempt));
    plan(GATHER_MS);
  }

  private void plan(long delayMs) {
    if (isPlanned.compareAndSet(false, true)) {
      timers.schedule(this::write, delayMs, TimeUnit.MILLISECONDS);
    }
  }

  private void write() {
    List<Entry> taken = new ArrayList<>();
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      taken.add(next);
      if (taken.size() == MOST) {
        break;
      }
    }
    long pauseMs = GATHER_MS;
    try {
      Map<UUID, List<Attempt>> attempts = new HashMap<>();
      taken.forEach(
          entry ->
              attempts
                  .computeIfAbsent(entry.delivery(), id -> new ArrayList<>())
                  .add(entry.attempt()));
      if (!attempts.isEmpty()) {
        books.write(attempts);
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "attempts are not written down yet: " + failure.getMessage());
      entries.addAll(taken);
      pauseMs = RETRY_MS;
    }
    isPlanned.set(false);
    if (!entries.isEmpty()) {
      plan(pauseMs);
    }
  }
}
