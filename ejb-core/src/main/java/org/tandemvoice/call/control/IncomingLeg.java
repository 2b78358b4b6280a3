package org.tandemvoice.call.control;

import java.util.regex.Pattern;
import org.tandemvoice.address.control.DialledAddress;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * An INVITE that was let in.
 *
 * @param callId made by the SIP edge, before anything is committed, so that it can find its own leg
 *     again
 * @param customerId whose extension or trunk called, or who is called by somebody outside
 * @param source the caller, as authenticated ({@code extension} of a registered phone) or, from
 *     outside, as received
 * @param dialled what was called: the user part of the Request-URI, decoded (RFC 3986), for
 *     instance {@code 1002}, {@code +15551234567}, {@code agent:<uuid>}
 * @param sdp the offer; empty if the INVITE carried none
 * @param origin where it came from
 */
public record IncomingLeg(
    CallId callId,
    CustomerId customerId,
    Address source,
    String dialled,
    String sdp,
    LegOrigin origin) {

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d{3,15}");

  /** From a phone of the customer. */
  public IncomingLeg(
      CallId callId, CustomerId customerId, Address source, String dialled, String sdp) {
    this(callId, customerId, source, dialled, sdp, new LegOrigin.Phone());
  }

  /**
   * What was dialled, as an address that keeps it as received (inventory section 7). Other systems
   * dial numbers with and without a plus, never extensions.
   */
  public Address destination() {
    return !(origin instanceof LegOrigin.Phone) && NUMBER.matcher(dialled).matches()
        ? Address.of("tel", dialled)
        : DialledAddress.of(dialled);
  }

  /** The number that was dialled, with a plus; empty if it was none. */
  public String e164() {
    Address destination = destination();
    if (!destination.type().equals("tel")) {
      return "";
    }
    String number = destination.target();
    return number.startsWith("+") ? number : "+" + number;
  }
}
