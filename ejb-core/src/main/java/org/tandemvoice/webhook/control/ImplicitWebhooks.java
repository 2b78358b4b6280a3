package org.tandemvoice.webhook.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.customer.control.CustomerDeleted;
import org.tandemvoice.customer.control.CustomerDescribed;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.WebhookMethod;
import org.tandemvoice.http.control.WebMethods;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookKind;
import org.tandemvoice.webhook.entity.WebhookProfile;
import org.tandemvoice.webhook.entity.WebhookRetry;
import org.tandemvoice.webhook.entity.WebhookStatus;

/**
 * The webhooks that come of a {@code webhook_uri}: of a customer (C-40) or of one execution of a
 * flow. They have the id of what they come from, and no secret until one is asked for.
 */
@ApplicationScoped
public class ImplicitWebhooks {

  @Inject private Webhooks webhooks;
  @Inject private Event<WebhookChanged> changed;
  @Inject private Clock clock;

  void described(@Observes CustomerDescribed fact) {
    CustomerId customer = fact.customer().id();
    CustomerProfile says = fact.customer().profile();
    Optional<Webhook> known = webhooks.lock(customer.value());
    boolean isWanted = !says.webhookUri().isEmpty();
    if (known.isEmpty() && isWanted) {
      webhooks.add(
          new Webhook(
              customer.value(),
              customer,
              WebhookKind.CUSTOMER,
              profile(says.webhookUri(), says.webhookMethod(), WebhookStatus.ACTIVE),
              "",
              clock.instant()));
    }
    known.ifPresent(
        webhook -> {
          WebhookStatus status = isWanted ? WebhookStatus.ACTIVE : WebhookStatus.INACTIVE;
          String url = isWanted ? says.webhookUri() : webhook.profile().url();
          webhook.change(profile(url, says.webhookMethod(), status), clock.instant());
          changed.fire(new WebhookChanged(webhook.uuid()));
        });
  }

  void deleted(@Observes CustomerDeleted fact) {
    for (Webhook webhook : webhooks.of(fact.customer())) {
      webhook.delete(clock.instant());
      changed.fire(new WebhookChanged(webhook.uuid()));
    }
  }

  /** The execution's own webhook, for its events and those of its call, if it asks for one. */
  public void ofActiveflow(CustomerId customer, UUID activeflow, JsonFields fields) {
    if (fields.text("webhook_uri").isEmpty()) {
      return;
    }
    String url = WebMethods.uri(fields, "webhook_uri").toString();
    WebhookMethod method = WebhookMethod.valueOf(WebMethods.method(fields, "webhook_method"));
    webhooks.add(
        new Webhook(
            activeflow,
            customer,
            WebhookKind.ACTIVEFLOW,
            profile(url, Optional.of(method), WebhookStatus.ACTIVE),
            "",
            clock.instant()));
  }

  /** Empty if the execution has none. */
  public Optional<WebhookProfile> ofActiveflow(UUID activeflow) {
    return webhooks
        .find(activeflow)
        .filter(webhook -> webhook.kind() == WebhookKind.ACTIVEFLOW)
        .map(Webhook::profile);
  }

  private static WebhookProfile profile(
      String url, Optional<WebhookMethod> method, WebhookStatus status) {
    return new WebhookProfile(
        "", "", url, method.orElse(WebhookMethod.POST), List.of(), status, WebhookRetry.STANDARD);
  }
}
