package org.tandemvoice.transfer.control;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tandemvoice.address.control.AddressReader;
import org.tandemvoice.address.entity.Address;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.transfer.entity.TransferType;

/**
 * What a request for a transfer asks for. The seed's names and the contract's are both understood
 * (C-20): {@code type} or {@code transfer_type}, {@code destination} or {@code
 * transferee_addresses}.
 *
 * @param context the customer's own, a JSON object as text
 * @param dialTimeout how long each of the addresses is rung
 * @param fallbackFlow what the kept party runs if a blind transfer fails, or the nil UUID
 * @param fallbackActions the same as actions; may be empty
 */
public record TransferOrder(
    TransferType type,
    List<Address> addresses,
    String context,
    Hold hold,
    Duration dialTimeout,
    UUID fallbackFlow,
    JsonArray fallbackActions) {

  private static final int LONGEST = 32;
  private static final int MOST_ADDRESSES = 10;

  /** How the kept party waits during a consultation. */
  public record Hold(boolean on, boolean music) {

    public static final Hold WITH_MUSIC = new Hold(true, true);
  }

  /**
   * @throws org.tandemvoice.failure.entity.PlatformException {@code INVALID_ARGUMENT} naming the
   *     field
   */
  public static TransferOrder from(JsonFields body) {
    JsonFields fallback = body.object("fallback");
    fallback.objects("actions");
    JsonValue actions = fallback.json().get("actions");
    return new TransferOrder(
        type(body),
        addresses(body),
        body.object("context").json().toString(),
        new Hold(body.flag("hold_caller", true), body.flag("play_moh", true)),
        Duration.ofMillis(body.integer("dial_timeout", 30_000, 1_000, 600_000)),
        fallback.uuid("flow_id"),
        actions instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY);
  }

  private static TransferType type(JsonFields body) {
    String name = body.has("transfer_type") ? "transfer_type" : "type";
    String text = body.requiredText(name, LONGEST);
    return switch (text) {
      case "blind" -> TransferType.BLIND;
      case "attended" -> TransferType.ATTENDED;
      default -> throw body.invalid(name, "is \"" + text + "\": give blind or attended");
    };
  }

  private static List<Address> addresses(JsonFields body) {
    if (body.has("destination")) {
      return List.of(AddressReader.callable(body.object("destination")));
    }
    List<Address> addresses =
        body.objects("transferee_addresses").stream().map(AddressReader::callable).toList();
    if (addresses.isEmpty()) {
      throw body.invalid("destination", "is missing: give an address, or transferee_addresses");
    }
    if (addresses.size() > MOST_ADDRESSES) {
      throw body.invalid(
          "transferee_addresses",
          "has " + addresses.size() + " addresses: give at most " + MOST_ADDRESSES);
    }
    return addresses;
  }
}
