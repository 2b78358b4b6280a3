package org.tandemvoice.route.control;

import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * One kind of what anybody may call without proving who he is; one file each. {@link
 * PublicDestinations} finds them by CDI: adding one edits no other file.
 */
public interface PublicDestination {

  /**
   * Whose it is.
   *
   * @param dialled the user part of the Request-URI, decoded
   * @return empty if it is of another kind, or means nobody
   */
  Optional<CustomerId> ownerOf(String dialled);
}
