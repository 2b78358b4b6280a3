package org.tandemvoice.queue.entity;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What describes a queue and may change at any time.
 *
 * @param tagIds an agent must bear one of these; any agent of the customer if there are none
 * @param waitFlowId what callers hear while they wait, or the nil UUID for music
 * @param waitTimeout how long a caller waits; zero for any time
 * @param serviceTimeout how long an agent talks; zero for any time
 * @param ringTimeout how long an agent rings before the next one does
 * @param timeoutFlowId what a caller that has waited too long runs, or the nil UUID for the action
 */
public record QueueProfile(
    String name,
    String detail,
    RoutingMethod routingMethod,
    List<UUID> tagIds,
    UUID waitFlowId,
    Duration waitTimeout,
    Duration serviceTimeout,
    Duration ringTimeout,
    TimeoutAction timeoutAction,
    UUID timeoutFlowId) {

  public QueueProfile {
    tagIds = List.copyOf(tagIds);
  }
}
