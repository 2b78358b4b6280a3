package org.tandemvoice.webhook.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.regex.Pattern;
import org.tandemvoice.customer.entity.WebhookMethod;
import org.tandemvoice.http.control.WebMethods;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;
import org.tandemvoice.webhook.entity.Webhook;
import org.tandemvoice.webhook.entity.WebhookProfile;
import org.tandemvoice.webhook.entity.WebhookRetry;
import org.tandemvoice.webhook.entity.WebhookStatus;

/** A webhook as customers see it, and what they may write of it (inventory section 25). */
@ApplicationScoped
public class WebhookDocument {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_DETAIL = 2000;
  private static final int MOST_EVENTS = 100;
  private static final String ALL = "*";
  private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private Timestamps timestamps;

  protected WebhookDocument() {}

  @Inject
  public WebhookDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Webhook webhook) {
    return builder(webhook).build();
  }

  /** With the secret, which is shown when it is made and never again. */
  public JsonObject of(Webhook webhook, String secret) {
    return builder(webhook).add("secret", secret).build();
  }

  private JsonObjectBuilder builder(Webhook webhook) {
    WebhookProfile profile = webhook.profile();
    return JSON.createObjectBuilder()
        .add("id", webhook.uuid().toString())
        .add("customer_id", webhook.customerId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("url", profile.url())
        .add("method", profile.method().name())
        .add("events", JSON.createArrayBuilder(profile.events()))
        .add("status", profile.status().text())
        .add("retry", profile.retry().text())
        .add("is_signed", !webhook.sealedSecret().isEmpty())
        .add("tm_create", timestamps.text(webhook.createdAt()))
        .add("tm_update", timestamps.text(webhook.updatedAt()))
        .add("tm_delete", timestamps.text(webhook.deletedAt()));
  }

  /** The URL must be there; all the rest has defaults. */
  WebhookProfile newProfile(JsonFields fields) {
    return changed(WebhookProfile.to(WebMethods.uri(fields, "url").toString()), fields);
  }

  /** Fields that are missing are as before. */
  WebhookProfile changed(WebhookProfile before, JsonFields fields) {
    return new WebhookProfile(
        fields.textOr("name", before.name(), LONGEST_NAME),
        fields.textOr("detail", before.detail(), LONGEST_DETAIL),
        fields.has("url") ? WebMethods.uri(fields, "url").toString() : before.url(),
        fields.has("method")
            ? WebhookMethod.valueOf(WebMethods.method(fields, "method"))
            : before.method(),
        fields.has("events") ? events(fields) : before.events(),
        fields.has("status") ? status(fields) : before.status(),
        fields.has("retry") ? retry(fields) : before.retry());
  }

  private static List<String> events(JsonFields fields) {
    List<String> events = fields.texts("events").stream().distinct().toList();
    if (events.size() > MOST_EVENTS) {
      throw fields.invalid(
          "events", "has " + events.size() + " names: give at most " + MOST_EVENTS);
    }
    for (String event : events) {
      if (!event.equals(ALL) && !EVENT.matcher(event).matches()) {
        throw fields.invalid(
            "events", "has \"" + event + "\": give names like call_hungup, or nothing for all");
      }
    }
    return events.contains(ALL) ? List.of() : events;
  }

  private static WebhookStatus status(JsonFields fields) {
    String text = fields.text("status");
    return WebhookStatus.of(text)
        .orElseThrow(
            () -> fields.invalid("status", "is \"" + text + "\": give active or inactive"));
  }

  private static WebhookRetry retry(JsonFields fields) {
    String text = fields.text("retry");
    return WebhookRetry.of(text)
        .orElseThrow(
            () ->
                fields.invalid(
                    "retry",
                    "is \"" + text + "\": give standard (3 attempts) or extended (3 days)"));
  }
}
