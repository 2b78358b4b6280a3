package org.tandemvoice.paging.control;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A place between two items of a list.
 *
 * @param time items before it were made after this time, or at it
 * @param id among items of the same time, the last before this place; empty if all of that time are
 *     before it
 */
public record PagePosition(Instant time, Optional<UUID> id) {}
