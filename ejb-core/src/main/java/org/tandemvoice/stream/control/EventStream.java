package org.tandemvoice.stream.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.outbox.control.EventBatch;
import org.tandemvoice.outbox.control.RelayTick;
import org.tandemvoice.outbox.entity.EventMark;
import org.tandemvoice.outbox.entity.OutboxEvent;
import org.tandemvoice.time.control.Timestamps;

/**
 * Brings every event to the subscribers of this node, in the one order that all nodes share.
 * Batches of this node come from memory, those of others from the database a few times a second.
 */
@ApplicationScoped
@ManagedScheduledExecutorDefinition(name = "java:app/concurrent/EventStream", maxAsync = 4)
public class EventStream {

  private static final Logger LOG = System.getLogger(EventStream.class.getName());
  private static final int PAGE = 200;
  private static final long PAUSE_MS = 100;

  /** Tokens expire without an event, and a key may be withdrawn while it opens a connection. */
  private static final long REVIEW_SECONDS = 30;

  @Resource(lookup = "java:app/concurrent/EventStream")
  private ManagedScheduledExecutorService executor;

  @Inject private StreamReader reader;
  @Inject private Admission admission;
  @Inject private Timestamps timestamps;

  private final Map<CustomerId, Set<Subscriber>> subscribers = new ConcurrentHashMap<>();
  private final ReentrantLock publishing = new ReentrantLock();
  private final List<EventBatch> own = new ArrayList<>();
  private long lastBatch = -1;
  private Future<?> reviews;

  @PostConstruct
  void start() {
    reviews =
        executor.scheduleWithFixedDelay(
            this::reviewAll, REVIEW_SECONDS, REVIEW_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Connects a client. It hears nothing until it subscribes.
   *
   * @param credential what it was let in by; the connection ends when that is worth nothing more
   */
  public Subscriber connect(Identity identity, String credential, Connection connection) {
    Subscriber subscriber = new Subscriber(identity, credential, connection);
    subscribers
        .computeIfAbsent(identity.customerId(), id -> ConcurrentHashMap.newKeySet())
        .add(subscriber);
    return subscriber;
  }

  /** Forgets a client whose connection is over. */
  public void disconnect(Subscriber subscriber) {
    subscriber.end();
    subscribers.computeIfPresent(
        subscriber.identity().customerId(),
        (id, all) -> {
          all.remove(subscriber);
          return all.isEmpty() ? null : all;
        });
  }

  /** Clients that are connected. */
  public int connected() {
    return subscribers.values().stream().mapToInt(Set::size).sum();
  }

  /**
   * What a client says: {@code {"type": "subscribe" | "unsubscribe", "topics": [..]}}. With {@code
   * last_event_id} a subscription first repeats what followed that event. Other types are ignored.
   */
  public void told(Subscriber subscriber, JsonObject message) {
    JsonFields fields = JsonFields.of(message);
    List<String> topics = fields.texts("topics");
    switch (fields.text("type")) {
      case "subscribe" -> subscribe(subscriber, topics, fields.uuid("last_event_id"));
      case "unsubscribe" -> subscriber.unsubscribe(topics);
      default -> LOG.log(Level.DEBUG, "a client sent a message of an unknown type");
    }
  }

  private void subscribe(Subscriber subscriber, List<String> topics, UUID lastEvent) {
    boolean isReplay = lastEvent.getMostSignificantBits() != 0;
    boolean isFirst = isReplay && subscriber.beginReplay();
    if (subscriber.subscribe(topics) && isFirst) {
      executor.execute(() -> replay(subscriber, lastEvent));
    }
  }

  private void replay(Subscriber subscriber, UUID lastEvent) {
    try {
      CustomerId customer = subscriber.identity().customerId();
      Optional<EventMark> from = reader.mark(customer, lastEvent);
      if (from.isEmpty()) {
        subscriber.close(Subscriber.NOT_ALLOWED, "last_event_id is unknown or past its retention");
        return;
      }
      replay(subscriber, customer, from.get());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "a replay failed: " + failure.getMessage());
      subscriber.close(Subscriber.TOO_SLOW, "the replay failed: try again");
    }
  }

  /** One page; a client that takes no more for now gets the next one later. */
  private void replay(Subscriber subscriber, CustomerId customer, EventMark from) {
    EventMark mark = from;
    while (subscriber.hasRoom() && !subscriber.isClosed()) {
      List<OutboxEvent> events = reader.behind(customer, mark, PAGE);
      events.forEach(event -> subscriber.deliver(streamed(event, event.mark())));
      if (!events.isEmpty()) {
        mark = events.get(events.size() - 1).mark();
      } else if (subscriber.endReplay(mark)) {
        return;
      }
    }
    EventMark next = mark;
    if (!subscriber.isClosed()) {
      executor.schedule(() -> replay(subscriber, customer, next), PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }

  void made(@Observes(during = TransactionPhase.AFTER_SUCCESS) EventBatch batch) {
    synchronized (own) {
      own.add(batch);
    }
    executor.execute(this::publish);
  }

  /** Looks for batches of other nodes. */
  void tick(@Observes RelayTick tick) {
    executor.execute(this::catchUp);
  }

  private void publish() {
    publishing.lock();
    try {
      for (EventBatch batch : takeOwn()) {
        if (batch.number() > lastBatch) {
          if (lastBatch >= 0) {
            publishStored(batch.number() - 1);
          }
          publish(batch);
        }
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the stream waits, the database refuses: " + failure.getMessage());
    } finally {
      publishing.unlock();
    }
  }

  private List<EventBatch> takeOwn() {
    synchronized (own) {
      List<EventBatch> taken = List.copyOf(own);
      own.clear();
      return taken;
    }
  }

  private void catchUp() {
    if (!publishing.tryLock()) {
      return;
    }
    try {
      long last = reader.last();
      if (lastBatch < 0) {
        lastBatch = last;
      }
      publishStored(last);
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "the stream waits, the database refuses: " + failure.getMessage());
    } finally {
      publishing.unlock();
    }
  }

  /** Up to this batch, included. */
  private void publishStored(long last) {
    while (lastBatch < last) {
      long next = lastBatch + 1;
      publish(new EventBatch(next, subscribers.isEmpty() ? List.of() : reader.of(next)));
    }
  }

  private void publish(EventBatch batch) {
    for (OutboxEvent event : batch.events()) {
      Set<Subscriber> interested = subscribers.getOrDefault(event.customerId(), Set.of());
      if (!interested.isEmpty()) {
        StreamEvent streamed = streamed(event, new EventMark(batch.number(), event.position()));
        interested.forEach(subscriber -> subscriber.offer(streamed));
      }
      if (Admission.isDoubt(event)) {
        admission.heed(event);
        executor.execute(() -> interested.forEach(this::review));
      }
    }
    lastBatch = batch.number();
  }

  private void reviewAll() {
    subscribers.values().forEach(all -> all.forEach(this::review));
  }

  private void review(Subscriber subscriber) {
    try {
      if (!admission.isGiven(subscriber)) {
        subscriber.close(Subscriber.NOT_ALLOWED, "the credential is not valid any more");
      }
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "a connection is looked at again later: " + failure.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    reviews.cancel(false);
  }

  private StreamEvent streamed(OutboxEvent event, EventMark mark) {
    return new StreamEvent(event, mark, timestamps.text(event.createdAt()));
  }
}
