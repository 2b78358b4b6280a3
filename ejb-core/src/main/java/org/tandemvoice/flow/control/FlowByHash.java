package org.tandemvoice.flow.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectKind;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.direct.entity.DirectHash;

/** Flows by their direct hashes. */
@ApplicationScoped
public class FlowByHash implements DirectKind {

  private static final String TYPE = "flow";

  @Inject private Flows flows;

  @Override
  public Optional<DirectResource> find(DirectHash hash) {
    return flows
        .findByDirectHash(hash.text())
        .map(found -> new DirectResource(found.customerId(), TYPE, found.uuid()));
  }
}
