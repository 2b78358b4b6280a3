package org.tandemvoice.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectKind;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.direct.entity.DirectHash;

/** Queues by their direct hashes. */
@ApplicationScoped
public class QueueByHash implements DirectKind {

  private static final String TYPE = "queue";

  @Inject private Queues queues;

  @Override
  public Optional<DirectResource> find(DirectHash hash) {
    return queues
        .findByDirectHash(hash.text())
        .map(found -> new DirectResource(found.customerId(), TYPE, found.uuid()));
  }
}
