package org.tandemvoice.extension.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tandemvoice.extension.entity.ContactBinding;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.extension.entity.ExtensionProfile;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.time.control.Timestamps;

/** An extension as the API reads and writes it (seed 000). */
@ApplicationScoped
public class ExtensionDocument {

  private static final int NAME_LENGTH = 255;
  private static final int DETAIL_LENGTH = 2000;
  private static final int VALUE_LENGTH = 64;
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9]+");

  private Timestamps timestamps;
  private SecretCipher cipher;

  protected ExtensionDocument() {}

  @Inject
  public ExtensionDocument(Timestamps timestamps, SecretCipher cipher) {
    this.timestamps = timestamps;
    this.cipher = cipher;
  }

  /** With the password, for those who manage the customer. */
  public JsonObject of(Extension extension) {
    return of(extension, cipher.open(extension.uuid(), extension.sealedPassword()));
  }

  /** With an empty password, for those who only read. */
  public JsonObject withoutPassword(Extension extension) {
    return of(extension, "");
  }

  /** A phone that is registered; a {@code silent} one does not answer OPTIONS. */
  public JsonObject of(RegisteredPhone phone) {
    ContactBinding binding = phone.binding();
    JsonObjectBuilder contact =
        JSON.createObjectBuilder()
            .add("contact", binding.contact())
            .add("user_agent", binding.userAgent())
            .add("status", binding.isSilent() ? "silent" : "reachable")
            .add("tm_silent", timestamps.text(binding.silentSince()));
    phone.roundTrip().ifPresent(time -> contact.add("round_trip_ms", time.toMillis()));
    return contact
        .add("tm_register", timestamps.text(binding.registeredAt()))
        .add("tm_expire", timestamps.text(binding.expiresAt()))
        .build();
  }

  private JsonObject of(Extension extension, String password) {
    return JSON.createObjectBuilder()
        .add("id", extension.uuid().toString())
        .add("customer_id", extension.customerId().toString())
        .add("name", extension.name())
        .add("detail", extension.detail())
        .add("extension", extension.value())
        .add("username", extension.value())
        .add("password", password)
        .add("domain_name", extension.customerId().toString())
        .add("direct_hash", extension.directHash())
        .add("status", extension.reach().text())
        .add("tm_create", timestamps.text(extension.createdAt()))
        .add("tm_update", timestamps.text(extension.updatedAt()))
        .add("tm_delete", timestamps.text(extension.deletedAt()))
        .build();
  }

  /** The user part of the SIP address (C-57). */
  String value(JsonFields fields) {
    String value = fields.requiredText("extension", VALUE_LENGTH);
    if (!VALUE.matcher(value).matches()) {
      throw fields.invalid("extension", "is \"" + value + "\": give letters and digits only");
    }
    return value;
  }

  /** Every key must be there; an empty detail will do (C-60). */
  ExtensionProfile newProfile(UUID row, JsonFields fields) {
    return new ExtensionProfile(
        fields.requiredLine("name", NAME_LENGTH),
        fields.presentText("detail", DETAIL_LENGTH),
        cipher.seal(row, password(fields)));
  }

  /** Fields that are missing are as before. */
  ExtensionProfile changedProfile(Extension before, JsonFields fields) {
    return new ExtensionProfile(
        fields.has("name") ? fields.requiredLine("name", NAME_LENGTH) : before.name(),
        fields.textOr("detail", before.detail(), DETAIL_LENGTH),
        fields.has("password")
            ? cipher.seal(before.uuid(), password(fields))
            : before.sealedPassword());
  }

  private static String password(JsonFields fields) {
    return fields.requiredLine("password", NAME_LENGTH);
  }
}
