package org.tandemvoice.extension.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.control.DirectKind;
import org.tandemvoice.direct.control.DirectResource;
import org.tandemvoice.direct.entity.DirectHash;

/** Extensions by their direct hashes. */
@ApplicationScoped
public class ExtensionByHash implements DirectKind {

  private static final String TYPE = "extension";

  @Inject private Extensions extensions;

  @Override
  public Optional<DirectResource> find(DirectHash hash) {
    return extensions
        .findByDirectHash(hash.text())
        .map(found -> new DirectResource(found.customerId(), TYPE, found.uuid()));
  }
}
