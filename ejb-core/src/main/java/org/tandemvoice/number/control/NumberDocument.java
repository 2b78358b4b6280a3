package org.tandemvoice.number.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.tandemvoice.address.control.E164;
import org.tandemvoice.customer.control.RtpDebug;
import org.tandemvoice.customer.entity.OwnedResource;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.number.entity.NumberProfile;
import org.tandemvoice.number.entity.PhoneNumber;
import org.tandemvoice.time.control.Timestamps;

/** A number as customers see it, and what they may write of it (contract section 15). */
@ApplicationScoped
public class NumberDocument {

  private static final int LONGEST = 255;
  private static final int LONGEST_DETAIL = 2000;

  private Timestamps timestamps;

  protected NumberDocument() {}

  @Inject
  public NumberDocument(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  public JsonObject of(PhoneNumber number) {
    NumberProfile profile = number.profile();
    return JSON.createObjectBuilder()
        .add("id", number.uuid().toString())
        .add("customer_id", number.customerId().toString())
        .add("number", number.e164())
        .add("type", number.isVirtual() ? "virtual" : "normal")
        .add("flow_id", profile.callFlowId().toString())
        .add("call_flow_id", profile.callFlowId().toString())
        .add("message_flow_id", profile.messageFlowId().toString())
        .add("name", profile.name())
        .add("detail", profile.detail())
        .add("status", number.isDeleted() ? "deleted" : "active")
        .add("t38_enabled", false)
        .add("emergency_enabled", false)
        .add("metadata", RtpDebug.of(number.isRtpDebugged()))
        .add("tm_purchase", timestamps.text(number.purchasedAt()))
        .add("tm_renew", timestamps.text(number.renewalAt()))
        .add("tm_create", timestamps.text(number.createdAt()))
        .add("tm_update", timestamps.text(number.updatedAt()))
        .add("tm_delete", timestamps.text(number.deletedAt()))
        .build();
  }

  /** The number to purchase. It must be in E.164 form already. */
  String e164(JsonFields fields) {
    String number = fields.requiredText("number", LONGEST);
    if (!E164.matches(number)) {
      throw fields.invalid(
          "number",
          "is \"" + number + "\": give it in E.164 form, + and the digits of country and number");
    }
    return number;
  }

  /** Before when the terms of numbers end that are to be renewed. */
  public Instant renewal(JsonFields fields) {
    String text = fields.requiredText("tm_renew", LONGEST);
    return timestamps
        .parse(text)
        .orElseThrow(
            () ->
                fields.invalid(
                    "tm_renew", "is \"" + text + "\": give a time like 2026-01-31T00:00:00Z"));
  }

  NumberProfile newProfile(JsonFields fields) {
    return changed(new NumberProfile("", "", OwnedResource.NIL, OwnedResource.NIL), fields);
  }

  /** Fields that are missing are as before. {@code flow_id} is {@code call_flow_id} (C-95). */
  NumberProfile changed(NumberProfile before, JsonFields fields) {
    return new NumberProfile(
        fields.textOr("name", before.name(), LONGEST),
        fields.textOr("detail", before.detail(), LONGEST_DETAIL),
        flow(fields, fields.has("call_flow_id") ? "call_flow_id" : "flow_id", before.callFlowId()),
        flow(fields, "message_flow_id", before.messageFlowId()));
  }

  private static UUID flow(JsonFields fields, String name, UUID before) {
    return fields.has(name) ? fields.uuid(name) : before;
  }
}
