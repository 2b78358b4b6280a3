package org.tandemvoice.failure.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tandemvoice.failure.entity.ErrorStatus;
import org.tandemvoice.failure.entity.PlatformException;

/** A request that was refused. */
@Provider
@ApplicationScoped
public class PlatformExceptionMapper implements ExceptionMapper<PlatformException> {

  private static final int RETRY_SECONDS = 5;

  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(PlatformException failure) {
    Response answer = answers.of(failure);
    ErrorStatus status = failure.code().status();
    if (status == ErrorStatus.UNAUTHENTICATED) {
      // RFC 9110 section 15.5.2
      return Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }
    if (status == ErrorStatus.UNAVAILABLE) {
      return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }
    return answer;
  }
}
