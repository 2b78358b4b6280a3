package org.tandemvoice.route.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.number.control.PhoneNumbers;
import org.tandemvoice.number.entity.PhoneNumber;

/** A number of this server, with or without its plus. */
@ApplicationScoped
public class PublicNumber implements PublicDestination {

  @Inject private PhoneNumbers numbers;

  @Override
  public Optional<CustomerId> ownerOf(String dialled) {
    return dialled.matches("\\+?\\d{3,15}")
        ? numbers
            .find(dialled.startsWith("+") ? dialled : "+" + dialled)
            .map(PhoneNumber::customerId)
        : Optional.empty();
  }
}
