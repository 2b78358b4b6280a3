package org.tandemvoice.outbox.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lists for the "in" of a statement. A list of another length is another statement to the drivers
 * and the database, to be parsed and planned anew; so there are few lengths.
 */
public final class StatementLists {

  private StatementLists() {}

  /** The same elements, the last one repeated up to the next power of two. */
  public static <T> List<T> padded(Collection<T> elements) {
    List<T> padded = new ArrayList<>(elements);
    if (padded.isEmpty()) {
      return padded;
    }
    T last = padded.get(padded.size() - 1);
    int length = Integer.highestOneBit(2 * padded.size() - 1);
    while (padded.size() < length) {
      padded.add(last);
    }
    return padded;
  }
}
