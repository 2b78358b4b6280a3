package org.tandemvoice.media.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.tandemvoice.media.MediaEvent;

/**
 * Between the packet path and the message-driven bean. {@link #offer} returns at once; one loop
 * sorts events by session, and the events of one session are delivered one after another while
 * other sessions go on.
 */
final class EventQueue implements Runnable {

  private static final Logger LOG = System.getLogger(EventQueue.class.getName());
  private static final long POLL_MILLIS = 200;

  private final Executor workers;
  private final BlockingQueue<MediaEvent> incoming = new LinkedBlockingQueue<>();
  private final Map<UUID, Queue<MediaEvent>> bySession = new HashMap<>();
  private volatile Optional<EventDelivery> delivery = Optional.empty();
  private volatile boolean stopped;

  EventQueue(Executor workers) {
    this.workers = workers;
  }

  void offer(MediaEvent event) {
    incoming.add(event);
  }

  /** Events go there from now on. */
  void deliverTo(EventDelivery newDelivery) {
    delivery = Optional.of(newDelivery);
  }

  Optional<EventDelivery> delivery() {
    return delivery;
  }

  /** There is no bean any more; what is not delivered is dropped. */
  void deliverNowhere() {
    delivery.ifPresent(EventDelivery::end);
    delivery = Optional.empty();
  }

  void stop() {
    stopped = true;
    deliverNowhere();
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        MediaEvent event = incoming.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          sort(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sort(MediaEvent event) {
    UUID session = event.sessionId();
    boolean isFirst;
    synchronized (bySession) {
      isFirst = !bySession.containsKey(session);
      bySession.computeIfAbsent(session, id -> new ArrayDeque<>()).add(event);
    }
    if (isFirst) {
      try {
        workers.execute(() -> drain(session));
      } catch (RejectedExecutionException e) {
        LOG.log(Level.ERROR, "The media event " + event + " is lost", e);
        forget(session);
      }
    }
  }

  private void forget(UUID session) {
    synchronized (bySession) {
      bySession.remove(session);
    }
  }

  private void drain(UUID session) {
    for (Optional<MediaEvent> event = next(session); event.isPresent(); event = next(session)) {
      Optional<EventDelivery> to = delivery;
      if (to.isPresent()) {
        to.get().deliver(event.get());
      } else {
        LOG.log(Level.DEBUG, "Nobody listens to {0}", event.get());
      }
    }
  }

  /** The session's next event; forgets the session in the same breath if there is none. */
  private Optional<MediaEvent> next(UUID session) {
    synchronized (bySession) {
      Queue<MediaEvent> queue = bySession.getOrDefault(session, new ArrayDeque<>());
      MediaEvent event = queue.poll();
      if (event == null) {
        bySession.remove(session);
      }
      return Optional.ofNullable(event);
    }
  }
}
