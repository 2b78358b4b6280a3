package org.tandemvoice.sip.connector.mobicents;

import java.time.Duration;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Work for several threads: what has the same key is done in the order of its arrival, the next
 * piece not before the thread that took the one before comes for more. What has no key waits for
 * nothing. What goes on with work that was begun is done before what begins something new, so that
 * under more than can be done the begun is finished. Without a bound; safe for any threads.
 */
final class OrderedQueue<E> extends AbstractQueue<E> implements BlockingQueue<E> {

  /** Each so many pieces one that begins something has its turn, however much goes on. */
  private static final int TURN_OF_THE_NEW = 8;

  private final Function<? super E, Place> places;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Queue<Entry<E>> goingOn = new ArrayDeque<>();
  private final Queue<Entry<E>> beginning = new ArrayDeque<>();

  /** For each key that is ready or being worked on, what came after it. */
  private final Map<String, Queue<Entry<E>>> behind = new HashMap<>();

  private final Map<Thread, String> working = new HashMap<>();
  private int size;

  /** Pieces given since the new had their last turn. */
  private int given;

  OrderedQueue(Function<? super E, Place> places) {
    this.places = places;
  }

  /**
   * Where a piece of work belongs.
   *
   * @param key what it must stay in order with
   * @param isNew whether it begins something
   */
  record Place(Optional<String> key, boolean isNew) {}

  private record Entry<E>(E element, String key, boolean isNew, long arrived) {}

  @Override
  public boolean offer(E element) {
    Place place = places.apply(element);
    Entry<E> entry =
        new Entry<>(element, place.key().orElse(null), place.isNew(), System.nanoTime());
    lock.lock();
    try {
      size++;
      Queue<Entry<E>> before = entry.key == null ? null : behind.get(entry.key);
      if (before == null) {
        if (entry.key != null) {
          behind.put(entry.key, new ArrayDeque<>(2));
        }
        makeReady(entry);
      } else {
        before.add(entry);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(E element, long timeout, TimeUnit unit) {
    return offer(element);
  }

  @Override
  public void put(E element) {
    offer(element);
  }

  @Override
  public E take() throws InterruptedException {
    E taken = null;
    while (taken == null) {
      taken = poll(1, TimeUnit.HOURS);
    }
    return taken;
  }

  @Override
  public E poll(long timeout, TimeUnit unit) throws InterruptedException {
    long remaining = unit.toNanos(timeout);
    lock.lockInterruptibly();
    try {
      finish();
      while (isNothingReady() && remaining > 0) {
        remaining = filled.awaitNanos(remaining);
      }
      return next();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public E poll() {
    lock.lock();
    try {
      finish();
      return next();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public E peek() {
    lock.lock();
    try {
      Entry<E> first = source().peek();
      return first == null ? null : first.element;
    } finally {
      lock.unlock();
    }
  }

  /** How many wait, for a thread or for one of their own key. */
  @Override
  public int size() {
    lock.lock();
    try {
      return size;
    } finally {
      lock.unlock();
    }
  }

  /** How long the oldest of those that begin something and could be worked on has waited. */
  Duration waitOfTheNew() {
    lock.lock();
    try {
      Entry<E> oldest = beginning.peek();
      return oldest == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - oldest.arrived);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int remainingCapacity() {
    return Integer.MAX_VALUE;
  }

  @Override
  public int drainTo(Collection<? super E> target) {
    return drainTo(target, Integer.MAX_VALUE);
  }

  /** Takes no more than what could be worked on at once. */
  @Override
  public int drainTo(Collection<? super E> target, int most) {
    int count = 0;
    for (E taken = most > 0 ? poll() : null; taken != null; taken = count < most ? poll() : null) {
      target.add(taken);
      count++;
    }
    return count;
  }

  /** Over a copy of what could be worked on at once. */
  @Override
  public Iterator<E> iterator() {
    lock.lock();
    try {
      List<E> elements = new ArrayList<>(goingOn.size() + beginning.size());
      goingOn.forEach(entry -> elements.add(entry.element));
      beginning.forEach(entry -> elements.add(entry.element));
      return List.copyOf(elements).iterator();
    } finally {
      lock.unlock();
    }
  }

  private E next() {
    Entry<E> entry = source().poll();
    if (entry == null) {
      return null;
    }
    size--;
    given = (given + 1) % TURN_OF_THE_NEW;
    if (entry.key != null) {
      working.put(Thread.currentThread(), entry.key);
    }
    return entry.element;
  }

  /** What this thread took before is done. */
  private void finish() {
    String done = working.remove(Thread.currentThread());
    if (done != null) {
      Entry<E> waiting = behind.get(done).poll();
      if (waiting == null) {
        behind.remove(done);
      } else {
        makeReady(waiting);
      }
    }
  }

  private void makeReady(Entry<E> entry) {
    (entry.isNew ? beginning : goingOn).add(entry);
    filled.signal();
  }

  /** Where the next piece comes from. */
  private Queue<Entry<E>> source() {
    boolean isTurnOfTheNew = given == TURN_OF_THE_NEW - 1 && !beginning.isEmpty();
    return isTurnOfTheNew || goingOn.isEmpty() ? beginning : goingOn;
  }

  private boolean isNothingReady() {
    return goingOn.isEmpty() && beginning.isEmpty();
  }
}
