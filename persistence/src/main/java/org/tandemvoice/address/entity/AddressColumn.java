package org.tandemvoice.address.entity;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.tandemvoice.column.entity.JsonText;

/**
 * An address as a JSON object of its five fields, and {@code anonymous} if it is withheld; the same
 * object is its form in the API.
 */
@Converter(autoApply = true)
public class AddressColumn implements AttributeConverter<Address, String> {

  @Override
  public String convertToDatabaseColumn(Address address) {
    return json(address == null ? Address.NONE : address).toString();
  }

  @Override
  public Address convertToEntityAttribute(String column) {
    return column == null ? Address.NONE : address(JsonText.object(column));
  }

  public static JsonObject json(Address address) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("type", address.type())
            .add("target", address.target())
            .add("target_name", address.targetName())
            .add("name", address.name())
            .add("detail", address.detail());
    return (address.withheld() ? json.add("anonymous", true) : json).build();
  }

  /** Reads leniently: a missing field is empty. */
  public static Address address(JsonObject json) {
    return new Address(
        json.getString("type", ""),
        json.getString("target", ""),
        json.getString("target_name", ""),
        json.getString("name", ""),
        json.getString("detail", ""),
        json.getBoolean("anonymous", false));
  }
}
