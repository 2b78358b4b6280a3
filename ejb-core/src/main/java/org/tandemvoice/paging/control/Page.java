package org.tandemvoice.paging.control;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list, newest first.
 *
 * @param next where the next page begins; empty only if this page is empty (contract section 3)
 */
public record Page<T>(List<T> items, Optional<PagePosition> next) {

  public Page {
    items = List.copyOf(items);
  }
}
