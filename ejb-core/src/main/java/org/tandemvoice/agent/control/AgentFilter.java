package org.tandemvoice.agent.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.entity.AgentStatus;

/**
 * Which agents of a customer are wanted.
 *
 * @param tagIds at least one of these; any agent if there are none
 */
public record AgentFilter(List<UUID> tagIds, Optional<AgentStatus> status) {

  public static final AgentFilter ALL = new AgentFilter(List.of(), Optional.empty());

  public AgentFilter {
    tagIds = List.copyOf(tagIds);
  }
}
