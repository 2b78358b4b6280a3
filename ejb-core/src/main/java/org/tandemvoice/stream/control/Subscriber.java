package org.tandemvoice.stream.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.access.control.Identity;
import org.tandemvoice.outbox.entity.EventMark;

/**
 * A connected client: what it wants, and a bounded queue of what it has not taken yet. A client
 * that is too slow is disconnected; it delays nobody.
 */
public final class Subscriber {

  /** Try again later (IANA registry of RFC 6455 section 11.7). */
  static final int TOO_SLOW = 1013;

  /** Violates a policy (RFC 6455 section 7.4.1). */
  static final int NOT_ALLOWED = 1008;

  private static final int MOST_FRAMES = 2_000;
  private static final int MOST_TOPICS = 100;

  private final Identity identity;
  private final String credential;
  private final Connection connection;
  private final Set<Topic> topics = new HashSet<>();
  private final Deque<String> frames = new ArrayDeque<>();
  private final List<StreamEvent> held = new ArrayList<>();
  private boolean isReplaying;
  private boolean isOverheld;
  private boolean isSending;
  private boolean isPumping;
  private boolean isClosed;

  Subscriber(Identity identity, String credential, Connection connection) {
    this.identity = identity;
    this.credential = credential;
    this.connection = connection;
  }

  Identity identity() {
    return identity;
  }

  /** What it was let in by. */
  String credential() {
    return credential;
  }

  /** False, and the connection is closed, if a topic is none or not allowed (contract 13). */
  boolean subscribe(List<String> wanted) {
    List<Topic> known = new ArrayList<>();
    for (String text : wanted) {
      var topic = Topic.of(text).filter(found -> found.allows(identity));
      if (topic.isEmpty()) {
        close(
            NOT_ALLOWED,
            "no permission for topic " + text.substring(0, Math.min(80, text.length())));
        return false;
      }
      known.add(topic.get());
    }
    synchronized (this) {
      topics.addAll(known);
      if (topics.size() <= MOST_TOPICS) {
        return true;
      }
    }
    close(NOT_ALLOWED, "more than " + MOST_TOPICS + " topics");
    return false;
  }

  synchronized void unsubscribe(List<String> unwanted) {
    unwanted.stream().flatMap(text -> Topic.of(text).stream()).forEach(topics::remove);
  }

  /** A live event. While older ones are replayed it is held back. */
  void offer(StreamEvent event) {
    synchronized (this) {
      if (isReplaying) {
        hold(event);
        return;
      }
    }
    deliver(event);
  }

  private void hold(StreamEvent event) {
    if (held.size() < MOST_FRAMES) {
      held.add(event);
    } else {
      held.clear();
      isOverheld = true;
    }
  }

  /** From now on live events are held back. False if they are already. */
  synchronized boolean beginReplay() {
    boolean isFree = !isReplaying;
    isReplaying = true;
    return isFree;
  }

  /**
   * The replay has come to this mark and found no more. True if the client is live again; false if
   * the replay has to go on, because more came meanwhile than can be held.
   */
  boolean endReplay(EventMark mark) {
    List<StreamEvent> behind = List.of();
    synchronized (this) {
      if (isOverheld) {
        isOverheld = false;
        return isClosed;
      }
      isReplaying = false;
      behind = held.stream().filter(event -> event.mark().compareTo(mark) > 0).toList();
      held.clear();
      // Still under the lock, so that no live event comes first.
      behind.forEach(this::enqueue);
    }
    pump();
    return true;
  }

  void deliver(StreamEvent event) {
    synchronized (this) {
      enqueue(event);
    }
    pump();
  }

  private void enqueue(StreamEvent event) {
    if (!isClosed) {
      frames.addAll(event.frames(topics));
    }
  }

  /** Whether the client has taken enough for more to be replayed to it. */
  synchronized boolean hasRoom() {
    return frames.size() < MOST_FRAMES / 2;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  /** Sends one frame after the other. A connection may say "sent" before {@code send} returns. */
  private void pump() {
    synchronized (this) {
      if (isPumping) {
        return;
      }
      isPumping = true;
    }
    for (Optional<String> next = next(); next.isPresent(); next = next()) {
      connection.send(next.get(), this::sent);
    }
    if (isTooSlow()) {
      close(TOO_SLOW, "too slow: reconnect and subscribe with last_event_id");
    }
  }

  private synchronized Optional<String> next() {
    if (isSending || isClosed || frames.isEmpty() || frames.size() > MOST_FRAMES) {
      isPumping = false;
      return Optional.empty();
    }
    isSending = true;
    return Optional.of(frames.remove());
  }

  private synchronized boolean isTooSlow() {
    return frames.size() > MOST_FRAMES;
  }

  private void sent() {
    synchronized (this) {
      isSending = false;
    }
    pump();
  }

  void close(int code, String reason) {
    if (end()) {
      connection.close(code, reason);
    }
  }

  /** Forgets what is queued. False if it was over before. */
  synchronized boolean end() {
    boolean wasOpen = !isClosed;
    isClosed = true;
    frames.clear();
    held.clear();
    return wasOpen;
  }
}
