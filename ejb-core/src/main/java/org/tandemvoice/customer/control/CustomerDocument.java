package org.tandemvoice.customer.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.tandemvoice.customer.entity.Customer;
import org.tandemvoice.customer.entity.CustomerProfile;
import org.tandemvoice.customer.entity.WebhookMethod;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** A customer as the API reads and writes it. Its account has the same id. */
@ApplicationScoped
public class CustomerDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int PHONE_LENGTH = 64;

  private Timestamps timestamps;

  protected CustomerDocument() {}

  @Inject
  public CustomerDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(Customer customer) {
    CustomerProfile profile = customer.profile();
    return JSON.createObjectBuilder()
        .add("id", customer.id().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("email", profile.email())
        .add("phone_number", profile.phoneNumber())
        .add("address", profile.address())
        .add("webhook_method", profile.webhookMethod().map(WebhookMethod::name).orElse(""))
        .add("webhook_uri", profile.webhookUri())
        .add("billing_account_id", customer.id().toString())
        .add("metadata", RtpDebug.of(customer.isRtpDebugged()))
        .add("email_verified", customer.isEmailVerified())
        .add("status", customer.status().text())
        .add("tm_deletion_scheduled", timestamps.text(customer.deletionScheduledAt()))
        .add("tm_create", timestamps.text(customer.createdAt()))
        .add("tm_update", timestamps.text(customer.updatedAt()))
        .add("tm_delete", timestamps.text(customer.deletedAt()))
        .build();
  }

  /** The same, and what only platform administrators see. */
  public JsonObject forAdministrators(Customer customer) {
    return JSON.createObjectBuilder(of(customer))
        .add("terms_agreed_version", customer.terms().version())
        .add("terms_agreed_ip", customer.terms().address())
        .build();
  }

  /** What a client sent; fields that are missing are as before. */
  public CustomerProfile profile(JsonFields fields, CustomerProfile before) {
    return new CustomerProfile(
        fields.textOr("name", before.name(), NAME_LENGTH),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.textOr("email", before.email(), NAME_LENGTH),
        fields.textOr("phone_number", before.phoneNumber(), PHONE_LENGTH),
        fields.textOr("address", before.address(), DETAIL_LENGTH),
        fields.has("webhook_method") ? webhookMethod(fields) : before.webhookMethod(),
        fields.has("webhook_uri") ? webhookUri(fields) : before.webhookUri());
  }

  private static Optional<WebhookMethod> webhookMethod(JsonFields fields) {
    String text = fields.text("webhook_method");
    Optional<WebhookMethod> method = WebhookMethod.of(text);
    if (method.isEmpty() && !text.isEmpty()) {
      throw fields.invalid(
          "webhook_method", "is \"" + text + "\": give POST, GET, PUT, DELETE or nothing");
    }
    return method;
  }

  private static String webhookUri(JsonFields fields) {
    String text = fields.text("webhook_uri", DETAIL_LENGTH);
    if (!text.isEmpty() && !isWebAddress(text)) {
      throw fields.invalid("webhook_uri", "is \"" + text + "\": give an http or https URI");
    }
    return text;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
