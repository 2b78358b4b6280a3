package org.tandemvoice.api.boundary;

import java.util.UUID;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/** The id in a path. */
public record ResourceId(String text) {

  /**
   * @throws PlatformException {@code INVALID_ID}
   */
  public UUID uuid() {
    return JsonFields.uuidOf(text)
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.INVALID_ID, "\"" + text + "\" is no id: give a UUID"));
  }
}
