package org.tandemvoice.transfer.entity;

import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.call.entity.CallId;

/**
 * All that is known of a transfer when it begins.
 *
 * @param transferer who hands over
 * @param kept whom it talked to
 * @param terms what was asked for
 */
public record TransferDraft(UUID id, CallId transferer, CallId kept, Terms terms) {

  /**
   * What was asked for.
   *
   * @param addresses whom to hand over to; the first that answers is it
   * @param context the customer's own, a JSON object, told unchanged when the transfer is complete
   * @param holdCaller whether the kept party is put on hold during a consultation
   * @param playMoh whether it hears music then
   * @param referred asked for by the transferer's phone, which waits for what comes of it
   * @param fallback a JSON array of actions the kept party runs if nobody answers; may be empty
   */
  public record Terms(
      TransferType type,
      List<Address> addresses,
      String context,
      boolean holdCaller,
      boolean playMoh,
      boolean referred,
      String fallback) {

    public Terms {
      addresses = List.copyOf(addresses);
    }
  }
}
