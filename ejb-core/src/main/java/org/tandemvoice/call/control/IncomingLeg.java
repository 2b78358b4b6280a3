package org.tandemvoice.call.control;

import org.tandemvoice.address.control.DialledAddress;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.customer.entity.CustomerId;

/**
 * An INVITE that was authenticated.
 *
 * @param callId made by the SIP edge, before anything is committed, so that it can find its own leg
 *     again
 * @param customerId whose extension or trunk called
 * @param source the caller, as authenticated ({@code extension} of a registered phone)
 * @param dialled what was called: the user part of the Request-URI, decoded (RFC 3986), for
 *     instance {@code 1002}, {@code +15551234567}, {@code agent:<uuid>}
 * @param sdp the offer; empty if the INVITE carried none
 */
public record IncomingLeg(
    CallId callId, CustomerId customerId, Address source, String dialled, String sdp) {

  /** What was dialled, as an address that keeps it as received (inventory section 7). */
  public Address destination() {
    return DialledAddress.of(dialled);
  }
}
