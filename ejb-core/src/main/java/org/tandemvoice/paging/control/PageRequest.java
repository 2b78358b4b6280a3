package org.tandemvoice.paging.control;

import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param size the most items to return, 1 to 100
 * @param after where it begins; empty for the newest
 */
public record PageRequest(int size, Optional<PagePosition> after) {

  public static final int MAX_SIZE = 100;
}
