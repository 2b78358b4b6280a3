package org.tandemvoice.webhook.entity;

/** Where a webhook comes from (C-40). */
public enum WebhookKind {
  /** Made by POST /webhooks. */
  LISTED,
  /** The {@code webhook_uri} of the customer; it has the customer's id. */
  CUSTOMER,
  /** The {@code webhook_uri} of one execution of a flow; it has the execution's id. */
  ACTIVEFLOW
}
