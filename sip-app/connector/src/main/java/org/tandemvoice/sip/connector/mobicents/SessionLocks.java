package org.tandemvoice.sip.connector.mobicents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One owner at a time for each application session. A lock exists while a thread holds it or waits
 * for it. What a thread still holds when its event is over is given back by {@link #releaseTo}, as
 * the container does not always leave what it entered.
 */
final class SessionLocks {

  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
  private final ThreadLocal<Deque<String>> held = ThreadLocal.withInitial(ArrayDeque::new);

  /** Becomes the owner; false if the present one did not finish in time. */
  boolean enter(String id, long waitMs) {
    Entry entry =
        entries.compute(id, (key, present) -> (present == null ? new Entry() : present).wanted());
    boolean entered = false;
    try {
      entered = entry.lock.tryLock(waitMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (entered) {
        held.get().push(id);
      } else {
        dropped(id);
      }
    }
    return entered;
  }

  /** Gives the latest entering of this application session back; does nothing if there is none. */
  void exit(String id) {
    Deque<String> mine = held.get();
    if (mine.removeFirstOccurrence(id)) {
      entries.get(id).lock.unlock();
      dropped(id);
    }
    if (mine.isEmpty()) {
      held.remove();
    }
  }

  /** How many enterings this thread has not given back. */
  int depth() {
    Deque<String> mine = held.get();
    if (mine.isEmpty()) {
      held.remove();
    }
    return mine.size();
  }

  /** Gives back what this thread entered since its depth was {@code depth}. */
  void releaseTo(int depth) {
    while (depth() > depth) {
      exit(held.get().peek());
    }
  }

  /** How many application sessions are owned or waited for. */
  int size() {
    return entries.size();
  }

  private void dropped(String id) {
    entries.compute(id, (key, entry) -> entry.users == 1 ? null : entry.unwanted());
  }

  private static final class Entry {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;

    Entry wanted() {
      users++;
      return this;
    }

    Entry unwanted() {
      users--;
      return this;
    }
  }
}
