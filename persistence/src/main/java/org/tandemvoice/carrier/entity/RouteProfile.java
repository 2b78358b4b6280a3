package org.tandemvoice.carrier.entity;

import java.util.UUID;

/**
 * All of a route that may change.
 *
 * @param priority the lowest is tried first
 * @param target a plus and the first digits of numbers, or {@link Route#ALL}
 */
public record RouteProfile(
    String name, String detail, UUID providerId, int priority, String target) {}
