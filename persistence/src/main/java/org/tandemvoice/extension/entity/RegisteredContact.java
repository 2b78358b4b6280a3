package org.tandemvoice.extension.entity;

import java.time.Duration;

/**
 * One Contact value of a REGISTER.
 *
 * @param uri as it was sent, without the header parameters
 * @param key the same for URIs that are equal by RFC 3261 section 19.1.4; 64 characters
 * @param qThousandths preference among the contacts, 0 to 1000
 * @param expires how long it shall be valid, as granted; zero removes it
 * @param flow where requests to it must really be sent, as a SIP URI with its transport: the source
 *     of the REGISTER; empty if the URI itself leads there
 */
public record RegisteredContact(
    String uri, String key, int qThousandths, Duration expires, String flow) {

  /** Whether the contact shall be removed (RFC 3261 section 10.2.2). */
  public boolean isRemoval() {
    return expires.isZero();
  }
}
