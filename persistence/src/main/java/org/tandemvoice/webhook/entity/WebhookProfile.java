package org.tandemvoice.webhook.entity;

import java.util.List;
import org.tandemvoice.customer.entity.WebhookMethod;

/**
 * What a customer says of a webhook and may change.
 *
 * @param events the names of events to send, of either set (C-13); empty for all
 */
public record WebhookProfile(
    String name,
    String detail,
    String url,
    WebhookMethod method,
    List<String> events,
    WebhookStatus status,
    WebhookRetry retry) {

  /** All events by POST. */
  public static WebhookProfile to(String url) {
    return new WebhookProfile(
        "", "", url, WebhookMethod.POST, List.of(), WebhookStatus.ACTIVE, WebhookRetry.STANDARD);
  }
}
