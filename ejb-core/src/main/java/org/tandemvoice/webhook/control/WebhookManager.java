package org.tandemvoice.webhook.control;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.UUID;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.identity.control.TimeOrderedIds;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PageRequest;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookKind;
import org.tandemvoice.webhook.entity.WebhookProfile;

/** Makes, changes and deletes the webhooks of customers. */
@Stateless
public class WebhookManager {

  @Inject private Webhooks webhooks;
  @Inject private WebhookDocument document;
  @Inject private WebhookSecrets secrets;
  @Inject private WebhookSettings settings;
  @Inject private Event<WebhookChanged> changed;
  @Inject private TimeOrderedIds ids;
  @Inject private Clock clock;

  /**
   * The new webhook, with its secret.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT}, {@code RESOURCE_LIMIT_EXCEEDED}
   */
  public JsonObject create(CustomerId customer, JsonFields fields) {
    WebhookProfile profile = document.newProfile(fields);
    if (webhooks.count(customer) >= settings.perCustomer()) {
      throw new PlatformException(
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "there are " + settings.perCustomer() + " webhooks already: delete one");
    }
    UUID id = ids.next();
    String secret = secrets.make();
    Webhook webhook =
        new Webhook(
            id, customer, WebhookKind.LISTED, profile, secrets.seal(id, secret), clock.instant());
    webhooks.add(webhook);
    return document.of(webhook, secret);
  }

  public Webhook get(CustomerId customer, UUID id) {
    return webhooks.find(customer, id).orElseThrow(() -> unknown(id));
  }

  public Page<Webhook> list(CustomerId customer, PageRequest request) {
    return webhooks.page(customer, request);
  }

  /** Fields that are missing stay as they are. */
  public Webhook update(CustomerId customer, UUID id, JsonFields fields) {
    Webhook webhook = lockListed(customer, id);
    webhook.change(document.changed(webhook.profile(), fields), clock.instant());
    return webhook;
  }

  /** What is not delivered yet is given up. */
  public Webhook delete(CustomerId customer, UUID id) {
    Webhook webhook = lockListed(customer, id);
    webhook.delete(clock.instant());
    return webhook;
  }

  /** Signs with a new secret from now on, whatever the kind of the webhook, and shows it. */
  public JsonObject renewSecret(CustomerId customer, UUID id) {
    Webhook webhook = lock(customer, id);
    String secret = secrets.make();
    webhook.resecure(secrets.seal(id, secret), clock.instant());
    return document.of(webhook, secret);
  }

  private Webhook lockListed(CustomerId customer, UUID id) {
    Webhook webhook = lock(customer, id);
    if (webhook.kind() != WebhookKind.LISTED) {
      throw new PlatformException(
          ErrorCode.WEBHOOK_STATE_INVALID,
          "this is the webhook_uri of the customer or an activeflow: change it there");
    }
    return webhook;
  }

  private Webhook lock(CustomerId customer, UUID id) {
    Webhook webhook =
        webhooks
            .lock(id)
            .filter(found -> found.customerId().equals(customer) && !found.isDeleted())
            .orElseThrow(() -> unknown(id));
    changed.fire(new WebhookChanged(id));
    return webhook;
  }

  private static PlatformException unknown(UUID id) {
    return new PlatformException(ErrorCode.WEBHOOK_NOT_FOUND, "there is no webhook " + id);
  }
}
