package org.tandemvoice.campaign.entity;

import java.util.List;
import org.tandemvoice.address.entity.Address;

/**
 * What describes a target.
 *
 * @param data for the customer's own use; its calls have it as a variable
 * @param destinations where it is tried, in this order; five, {@link Address#NONE} for none
 */
public record TargetProfile(String name, String detail, String data, List<Address> destinations) {

  /** How many destinations a target can have. */
  public static final int DESTINATIONS = 5;

  public TargetProfile {
    destinations = List.copyOf(destinations);
  }
}
