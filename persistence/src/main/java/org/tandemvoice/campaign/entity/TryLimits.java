package org.tandemvoice.campaign.entity;

import java.time.Duration;
import java.util.List;

/**
 * How often a target may be tried.
 *
 * @param counts the most tries of each of the destinations, five of them
 * @param interval how long it is left alone behind a try
 */
public record TryLimits(List<Integer> counts, Duration interval) {

  public TryLimits {
    counts = List.copyOf(counts);
  }
}
