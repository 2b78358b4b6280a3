package org.tandemvoice.route.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;

/** Says whom a caller from outside reaches. The only class that knows there are many kinds. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PublicDestinations {

  @Inject @Any private Instance<PublicDestination> kinds;

  /** Whose it is; empty if nobody may be called by it. */
  public Optional<CustomerId> ownerOf(String dialled) {
    return kinds.stream().flatMap(kind -> kind.ownerOf(dialled).stream()).findFirst();
  }
}
