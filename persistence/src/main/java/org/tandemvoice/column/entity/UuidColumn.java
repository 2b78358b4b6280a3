package org.tandemvoice.column.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** A UUID in a column of type {@code uuid}; the drivers hand it over as it is, null included. */
@Converter(autoApply = true)
public class UuidColumn implements AttributeConverter<UUID, Object> {

  @Override
  public Object convertToDatabaseColumn(UUID uuid) {
    return uuid;
  }

  @Override
  public UUID convertToEntityAttribute(Object column) {
    if (column instanceof UUID uuid) {
      return uuid;
    }
    return column == null ? null : UUID.fromString(column.toString());
  }
}
