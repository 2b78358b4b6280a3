package org.tandemvoice.paging.control;

import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A list sorted by time of creation, newest first, ids breaking ties, read from an index without
 * counting or skipping.
 */
public final class NewestFirst {

  /** To be put behind a JPQL condition on entity {@code e}. */
  public static final String CONDITION =
      " and (e.tmCreate < :pageTime or (e.tmCreate = :pageTime and e.id < :pageId))"
          + " order by e.tmCreate desc, e.id desc";

  private static final Instant FUTURE = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID LOWEST = new UUID(0, 0);

  private NewestFirst() {}

  /**
   * Runs a query that ends in {@link #CONDITION}, all its other parameters set.
   *
   * @param position the time and id of an item
   */
  public static <T> Page<T> page(
      TypedQuery<T> query, PageRequest request, Function<T, PagePosition> position) {
    List<T> found =
        query
            .setParameter("pageTime", request.after().map(PagePosition::time).orElse(FUTURE))
            .setParameter("pageId", request.after().flatMap(PagePosition::id).orElse(LOWEST))
            .setMaxResults(request.size() + 1)
            .getResultList();
    return cut(found, request.size(), position);
  }

  /** The id is in the token only where the time alone would skip an item. */
  static <T> Page<T> cut(List<T> found, int size, Function<T, PagePosition> position) {
    if (found.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    List<T> items = found.subList(0, Math.min(size, found.size()));
    PagePosition last = position.apply(items.get(items.size() - 1));
    boolean isTie =
        found.size() > size && position.apply(found.get(size)).time().equals(last.time());
    return new Page<>(
        items, Optional.of(new PagePosition(last.time(), isTie ? last.id() : Optional.empty())));
  }
}
