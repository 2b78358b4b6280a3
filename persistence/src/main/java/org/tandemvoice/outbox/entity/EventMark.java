package org.tandemvoice.outbox.entity;

import java.util.Comparator;

/**
 * A place in the order of all events: batches are numbered in the order of their commits, and the
 * events of a batch are sorted by position. Whoever has read up to a mark has missed nothing before
 * it.
 */
public record EventMark(long batch, long position) implements Comparable<EventMark> {

  private static final Comparator<EventMark> ORDER =
      Comparator.comparingLong(EventMark::batch).thenComparingLong(EventMark::position);

  @Override
  public int compareTo(EventMark other) {
    return ORDER.compare(this, other);
  }
}
