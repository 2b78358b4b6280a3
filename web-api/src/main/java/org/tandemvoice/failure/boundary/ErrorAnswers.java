package org.tandemvoice.failure.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Makes the answers of failed requests: the envelope under {@code error}, and the message once more
 * at the top for clients that read only that (C-67).
 */
@ApplicationScoped
public class ErrorAnswers {

  private HttpServletRequest request;

  protected ErrorAnswers() {}

  @Inject
  public ErrorAnswers(HttpServletRequest request) {
    this.request = request;
  }

  public Response of(PlatformException failure) {
    JsonArrayBuilder details = JSON.createArrayBuilder();
    for (FieldViolation violation : failure.violations()) {
      details.add(
          JSON.createObjectBuilder()
              .add("field", violation.field())
              .add("message", violation.message()));
    }
    return of(
            failure.code(),
            failure.getMessage(),
            List.copyOf(details.build().getValuesAs(JsonObject.class)))
        .build();
  }

  /**
   * @param details what the client can read in place of the message; may be empty
   */
  public Response.ResponseBuilder of(ErrorCode code, String message, List<JsonObject> details) {
    return of(httpStatus(code), code.status().name(), code.name(), message, details);
  }

  /** For failures of HTTP itself, which are no failures of the platform. */
  Response of(int httpStatus, String status, String reason, String message) {
    return of(httpStatus, status, reason, message, List.of()).build();
  }

  private Response.ResponseBuilder of(
      int httpStatus, String status, String reason, String message, List<JsonObject> details) {
    JsonObjectBuilder error =
        JSON.createObjectBuilder()
            .add("status", status)
            .add("reason", reason)
            .add("message", message)
            .add("request_id", requestId());
    if (!details.isEmpty()) {
      JsonArrayBuilder array = JSON.createArrayBuilder();
      details.forEach(array::add);
      error.add("details", array);
    }
    JsonObject envelope =
        JSON.createObjectBuilder().add("error", error).add("message", message).build();
    return Response.status(httpStatus).type(MediaType.APPLICATION_JSON_TYPE).entity(envelope);
  }

  /** The id under which the present request can be found again. */
  public String requestId() {
    return request.getAttribute(RequestId.HEADER) instanceof RequestId id ? id.text() : "";
  }

  /** The one table from status to HTTP (contract section 4). */
  static int httpStatus(ErrorCode code) {
    if (code == ErrorCode.REQUEST_TOO_LARGE) {
      return 413;
    }
    if (code == ErrorCode.IDEMPOTENCY_KEY_REUSED) {
      return 422;
    }
    return switch (code.status()) {
      case INVALID_ARGUMENT -> 400;
      case UNAUTHENTICATED -> 401;
      case PAYMENT_REQUIRED -> 402;
      case PERMISSION_DENIED -> 403;
      case NOT_FOUND -> 404;
      case ALREADY_EXISTS, FAILED_PRECONDITION -> 409;
      case RESOURCE_EXHAUSTED -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
    };
  }
}
