package org.tandemvoice.failure.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A request that fits no resource, or breaks a rule of HTTP. */
@Provider
@ApplicationScoped
public class HttpExceptionMapper implements ExceptionMapper<WebApplicationException> {

  @Inject private ErrorAnswers answers;
  @Inject private UnexpectedExceptionMapper unexpected;

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response given = failure.getResponse();
    return switch (given.getStatus()) {
      case 404 -> answers.of(404, "NOT_FOUND", "ROUTE_NOT_FOUND", "there is no such path");
      case 405 -> methodNotAllowed(given);
      case 406 -> answers.of(406, "INVALID_ARGUMENT", "NOT_ACCEPTABLE", "accept application/json");
      case 413 -> answers.of(413, "INVALID_ARGUMENT", "REQUEST_TOO_LARGE", "the body is too large");
      case 415 ->
          answers.of(415, "INVALID_ARGUMENT", "UNSUPPORTED_MEDIA_TYPE", "send application/json");
      default ->
          given.getStatus() >= 500 || given.getStatus() < 400
              ? unexpected.toResponse(failure)
              : answers.of(
                  given.getStatus(),
                  "INVALID_ARGUMENT",
                  "INVALID_REQUEST_PARAMETER",
                  "the request cannot be read");
    };
  }

  private Response methodNotAllowed(Response given) {
    Response answer =
        answers.of(405, "INVALID_ARGUMENT", "METHOD_NOT_ALLOWED", "the path has no such method");
    String allowed = given.getHeaderString(HttpHeaders.ALLOW);
    // RFC 9110 section 15.5.6
    return allowed == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
  }
}
