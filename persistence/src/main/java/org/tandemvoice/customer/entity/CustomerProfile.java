package org.tandemvoice.customer.entity;

import java.util.Optional;

/**
 * What a customer says of itself and may change. Empty strings stand for what was not given.
 *
 * @param webhookMethod empty if the customer has no webhook of its own
 */
public record CustomerProfile(
    String name,
    String detail,
    String email,
    String phoneNumber,
    String address,
    Optional<WebhookMethod> webhookMethod,
    String webhookUri) {

  public static CustomerProfile named(String name, String detail) {
    return new CustomerProfile(name, detail, "", "", "", Optional.empty(), "");
  }
}
