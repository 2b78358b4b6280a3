package org.tandemvoice.webhook.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * What one webhook still has to be told. Events of one resource go one after the other, of
 * different resources side by side, so many at a time and no more: a slow endpoint delays nobody
 * but itself.
 */
final class Endpoint {

  /** Begins an attempt; {@link #over} or {@link #again} has to follow. */
  interface Sender {
    void begin(Ticket ticket, Endpoint endpoint);
  }

  /** Runs work later. */
  interface Timer {
    void after(Duration delay, Runnable work);
  }

  static final int CAPACITY = 1_000;
  private static final int PARALLEL = 32;
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final Sender sender;
  private final Executor executor;
  private final Timer timer;
  private final Map<UUID, Deque<Ticket>> lanes = new HashMap<>();
  private final Deque<UUID> ready = new ArrayDeque<>();
  private final Map<UUID, Ticket> paused = new HashMap<>();
  private int queued;
  private int inFlight;

  /**
   * @param executor where attempts begin
   */
  Endpoint(Sender sender, Executor executor, Timer timer) {
    this.sender = sender;
    this.executor = executor;
    this.timer = timer;
  }

  /** Takes deliveries in, in order, those of one resource behind what is there already. */
  void offer(List<Ticket> tickets, Instant now) {
    synchronized (this) {
      tickets.forEach(ticket -> add(ticket, now));
    }
    pump();
  }

  private void add(Ticket ticket, Instant now) {
    queued++;
    Deque<Ticket> lane = lanes.get(ticket.resource());
    if (lane != null) {
      lane.add(ticket);
      return;
    }
    lanes.put(ticket.resource(), new ArrayDeque<>(List.of(ticket)));
    begin(ticket, Duration.between(now, ticket.earliest()));
  }

  private void begin(Ticket ticket, Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      ready.add(ticket.resource());
      return;
    }
    paused.put(ticket.resource(), ticket);
    timer.after(pause, () -> resume(ticket));
  }

  private void resume(Ticket ticket) {
    synchronized (this) {
      if (!paused.remove(ticket.resource(), ticket)) {
        return;
      }
      ready.add(ticket.resource());
    }
    pump();
  }

  /** The attempt was the last one. After a success, what was put off for long is tried at once. */
  void over(Ticket ticket, boolean isSuccess, Instant now) {
    synchronized (this) {
      inFlight--;
      queued--;
      Deque<Ticket> lane = lanes.get(ticket.resource());
      lane.remove();
      if (lane.isEmpty()) {
        lanes.remove(ticket.resource());
      } else {
        begin(lane.element(), Duration.between(now, lane.element().earliest()));
      }
      if (isSuccess) {
        wakeSlow(now);
      }
    }
    pump();
  }

  private void wakeSlow(Instant now) {
    Instant soon = now.plus(SLOW);
    List<UUID> slow = new ArrayList<>();
    paused.forEach(
        (resource, ticket) -> {
          if (ticket.earliest().isAfter(soon)) {
            slow.add(resource);
          }
        });
    slow.forEach(paused::remove);
    ready.addAll(slow);
  }

  /** The attempt failed and this is the ticket of the next one. */
  void again(Ticket next, Instant now) {
    synchronized (this) {
      inFlight--;
      Deque<Ticket> lane = lanes.get(next.resource());
      lane.remove();
      lane.addFirst(next);
      begin(next, Duration.between(now, next.earliest()));
    }
    pump();
  }

  private void pump() {
    List<Ticket> now = new ArrayList<>();
    synchronized (this) {
      while (inFlight < PARALLEL && !ready.isEmpty()) {
        inFlight++;
        now.add(lanes.get(ready.remove()).element());
      }
    }
    now.forEach(ticket -> executor.execute(() -> sender.begin(ticket, this)));
  }

  synchronized int room() {
    return Math.max(0, CAPACITY - queued);
  }

  synchronized int queued() {
    return queued;
  }
}
