package org.tandemvoice.customer.entity;

import java.util.Optional;

/** How a customer's webhook is called. */
public enum WebhookMethod {
  POST,
  GET,
  PUT,
  DELETE;

  /** The method of that name; empty if there is none. */
  public static Optional<WebhookMethod> of(String text) {
    for (WebhookMethod method : values()) {
      if (method.name().equals(text)) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }
}
