package org.tandemvoice.agent.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectKind;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.direct.entity.DirectHash;

/** Agents by their direct hashes. */
@ApplicationScoped
public class AgentByHash implements DirectKind {

  private static final String TYPE = "agent";

  @Inject private Agents agents;

  @Override
  public Optional<DirectResource> find(DirectHash hash) {
    return agents
        .findByDirectHash(hash.text())
        .map(found -> new DirectResource(found.customerId(), TYPE, found.uuid()));
  }
}
