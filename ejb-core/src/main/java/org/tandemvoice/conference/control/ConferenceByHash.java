package org.tandemvoice.conference.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectKind;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.direct.entity.DirectHash;

/** Conferences by their direct hashes. */
@ApplicationScoped
public class ConferenceByHash implements DirectKind {

  private static final String TYPE = "conference";

  @Inject private Conferences conferences;

  @Override
  public Optional<DirectResource> find(DirectHash hash) {
    return conferences
        .findByDirectHash(hash.text())
        .map(found -> new DirectResource(found.customerId(), TYPE, found.uuid()));
  }
}
