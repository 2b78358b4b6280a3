package org.tandemvoice.accesskey.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.tandemvoice.accesskey.entity.AccessKey;
import org.tandemvoice.accesskey.entity.AccessKeyGrant;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/**
 * An access key as the API reads and writes it. A key without an end has the sentinel for its
 * {@code tm_expire}.
 */
@ApplicationScoped
public class AccessKeyDocument {

  static final int NAME_LENGTH = 255;
  static final int DETAIL_LENGTH = 2000;
  private static final long MIN_LIFE_SECONDS = Duration.ofDays(1).toSeconds();
  private static final long MAX_LIFE_SECONDS = Duration.ofDays(36_500).toSeconds();

  private Timestamps timestamps;

  protected AccessKeyDocument() {}

  @Inject
  public AccessKeyDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(AccessKey key) {
    return JSON.createObjectBuilder()
        .add("id", key.uuid().toString())
        .add("customer_id", key.customerId().toString())
        .add("name", key.name())
        .add("detail", key.detail())
        .add("token_prefix", key.tokenPrefix())
        .add("api_version", key.apiVersion().text())
        .add("tm_expire", timestamps.text(key.expiresAt()))
        .add("tm_create", timestamps.text(key.createdAt()))
        .add("tm_update", timestamps.text(key.updatedAt()))
        .add("tm_delete", timestamps.text(key.deletedAt()))
        .build();
  }

  /** With the token, which is shown this once. */
  public JsonObject of(IssuedAccessKey issued) {
    return JSON.createObjectBuilder(of(issued.key())).add("token", issued.token().text()).build();
  }

  /**
   * What a client asks a new key to be: {@code expire} in seconds, at least a day (contract section
   * 2).
   */
  public AccessKeyGrant grant(JsonFields fields) {
    if (!fields.has("expire")) {
      throw fields.invalid("expire", "is missing: give the life in seconds, at least 86400");
    }
    long life = fields.integer("expire", 0, MIN_LIFE_SECONDS, MAX_LIFE_SECONDS);
    return new AccessKeyGrant(
        fields.text("name", NAME_LENGTH),
        fields.text("detail", DETAIL_LENGTH),
        apiVersion(fields),
        Optional.of(Duration.ofSeconds(life)));
  }

  private static ApiVersion apiVersion(JsonFields fields) {
    String text = fields.text("api_version");
    return ApiVersion.of(text.isEmpty() ? ApiVersion.DOCUMENTED.text() : text)
        .orElseThrow(
            () -> fields.invalid("api_version", "is \"" + text + "\": give 2026-02 or 2026-08"));
  }
}
