package org.tandemvoice.call.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;

/** Pages of events, oldest first: the token is the position of the last event seen. */
@ApplicationScoped
public class EventPaging {

  private static final String TOKEN = "page_token";

  public long after(UriInfo uri) {
    String token = uri.getQueryParameters().getFirst(TOKEN);
    return token == null || token.isBlank() ? 0 : position(token.strip());
  }

  static long position(String token) {
    try {
      return Long.parseLong(token);
    } catch (NumberFormatException notAToken) {
      String message = "is \"" + token + "\": give the next_page_token of a list of events";
      throw new PlatformException(
          ErrorCode.INVALID_REQUEST_PARAMETER,
          TOKEN + ": " + message,
          List.of(new FieldViolation(TOKEN, message)));
    }
  }

  public JsonObject answer(List<JsonObject> events) {
    JsonArrayBuilder result = JSON.createArrayBuilder();
    events.forEach(result::add);
    String next = events.isEmpty() ? "" : events.get(events.size() - 1).get("position").toString();
    return JSON.createObjectBuilder().add("result", result).add("next_page_token", next).build();
  }
}
