package org.tandemvoice.route.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.util.List;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.route.control.Placement;

/** The answer of POST /calls, in the shape the client was written for (C-02). */
@ApplicationScoped
public class PlacedCalls {

  private static final String HEADER = "X-Api-Version";

  /**
   * @param header may be null, as JAX-RS has it
   * @param pinned the version of the access key
   */
  public ApiVersion version(String header, ApiVersion pinned) {
    if (header == null || header.isBlank()) {
      return pinned;
    }
    return ApiVersion.of(header.strip()).orElseThrow(() -> invalid(header));
  }

  private static PlatformException invalid(String header) {
    String message = "is \"" + header + "\": give 2026-02 or 2026-08";
    return new PlatformException(
        ErrorCode.INVALID_REQUEST_PARAMETER,
        HEADER + ": " + message,
        List.of(new FieldViolation(HEADER, message)));
  }

  public JsonStructure answer(Placement placed, ApiVersion version) {
    return switch (version) {
      case DOCUMENTED -> array(placed.all());
      case GROUPED ->
          JSON.createObjectBuilder()
              .add("calls", array(placed.single()))
              .add("groupcalls", array(placed.groupcalls()))
              .build();
    };
  }

  private static JsonArray array(List<JsonObject> objects) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    objects.forEach(array::add);
    return array.build();
  }
}
