package org.tandemvoice.number.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Renews the numbers of all customers whose terms end. One that cannot be paid stays as it is, to
 * be renewed when it can, and keeps no other from it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NumberRenewal {

  private static final Logger LOG = System.getLogger(NumberRenewal.class.getName());

  @Inject private NumberTerms terms;

  /** Those whose terms end before that time; the ones that were renewed. */
  public List<JsonObject> renew(Instant before) {
    return terms.endingBefore(before).stream().flatMap(id -> renew(id, before).stream()).toList();
  }

  private Optional<JsonObject> renew(UUID id, Instant before) {
    try {
      return terms.renew(id, before);
    } catch (PlatformException unpaid) {
      LOG.log(Level.INFO, () -> "number " + id + " is not renewed: " + unpaid.getMessage());
      return Optional.empty();
    }
  }
}
