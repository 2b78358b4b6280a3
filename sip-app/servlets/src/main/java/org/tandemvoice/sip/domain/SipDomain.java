package org.tandemvoice.sip.domain;

import org.tandemvoice.customer.entity.CustomerId;

/** The domain a request was sent to, judged. */
public sealed interface SipDomain {

  /** As the request named it, lower case; also the realm of challenges. */
  String host();

  /** {@code <customer uuid>.registrar.<base domain>}. */
  record OfCustomer(String host, CustomerId customer) implements SipDomain {}

  /**
   * The address of this server. It lets a phone register and call where no DNS knows the customer's
   * domain, as long as its extension is the only one of that value on the server.
   */
  record OfServer(String host) implements SipDomain {}

  /**
   * {@code <name>.trunk.<base domain>}.
   *
   * @param trunk the trunk's domain name, which need not exist
   */
  record OfTrunk(String host, String trunk) implements SipDomain {}

  /** {@code sip.<base domain>} or {@code pstn.<base domain>}, where anybody may call. */
  record OfEverybody(String host) implements SipDomain {}

  /** Anything else. It is challenged like any other, so that nobody learns which domains exist. */
  record Foreign(String host) implements SipDomain {}
}
