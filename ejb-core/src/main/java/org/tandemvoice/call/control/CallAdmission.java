package org.tandemvoice.call.control;

import java.util.List;
import java.util.Optional;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.Call;
import org.tandemvoice.call.entity.ReleaseCause;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * Says which calls may be: none of a customer that is stopped, and between a customer and the
 * telephone network those it may make and can pay. Other calls that stay within the server cost
 * nothing, not even a look into the database.
 */
public interface CallAdmission {

  /**
   * What somebody asks for must be possible as a whole.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INSUFFICIENT_BALANCE} and other
   *     codes, one for each rule
   */
  void require(CustomerId customer, List<Address> destinations);

  /**
   * Whether the customer may begin one more call now, as to how many it may begin in a second and
   * have at once. One that is in no hurry asks before it dials.
   */
  boolean hasRoom(CustomerId customer, Address destination);

  /**
   * A leg is about to be dialled; if it may, it is metered from now on.
   *
   * @return why it must not be dialled
   */
  Optional<ReleaseCause> dial(Call call);

  /**
   * Somebody outside has called; if it may be, the call is metered from now on. The last that is
   * done for it in its transaction.
   *
   * @throws org.tandemvoice.failure.entity.PlatformException {@code SERVICE_UNAVAILABLE} if the
   *     customer cannot pay or is stopped (contract section 6), to its own phones {@code
   *     ACCOUNT_FROZEN} then
   */
  void accept(Call call, IncomingLeg leg);
}
