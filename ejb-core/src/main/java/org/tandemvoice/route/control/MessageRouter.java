package org.tandemvoice.route.control;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.control.Destinations;
import org.tandemvoice.call.control.LegTarget;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/** Decides where an instant message of an extension goes. */
@Stateless
public class MessageRouter {

  @Inject private Destinations destinations;

  /**
   * Every phone of the extension that was meant; none if none is registered.
   *
   * @throws PlatformException {@code EXTENSION_NOT_FOUND} if the customer has no such extension
   */
  public List<LegTarget> places(CustomerId customer, String dialled) {
    Address address = new Address("extension", dialled, dialled, "", "");
    if (!destinations.isKnown(customer, address)) {
      throw new PlatformException(
          ErrorCode.EXTENSION_NOT_FOUND, "there is no extension " + dialled);
    }
    return destinations.targets(customer, address);
  }
}
