package org.tandemvoice.direct.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.direct.entity.DirectHash;

/** Finds the resource of a direct hash. The only class that knows there are many kinds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DirectHashes {

  @Inject @Any private Instance<DirectKind> kinds;

  /** Empty for a hash that was replaced, or never was one: outsiders learn no more. */
  public Optional<DirectResource> find(String text) {
    return DirectHash.parse(text)
        .flatMap(hash -> kinds.stream().flatMap(kind -> kind.find(hash).stream()).findFirst());
  }
}
