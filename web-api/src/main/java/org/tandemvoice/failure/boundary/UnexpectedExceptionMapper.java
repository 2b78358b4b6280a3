package org.tandemvoice.failure.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.tandemvoice.failure.control.Collision;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * Whatever nobody foresaw: logged with the request id, and told without a word of its inside. Two
 * requests that met at one row are no such thing: the later one is asked to try again.
 */
@Provider
@ApplicationScoped
public class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG =
      System.getLogger(UnexpectedExceptionMapper.class.getName());

  @Inject private ErrorAnswers answers;

  @Override
  public Response toResponse(Throwable failure) {
    if (Collision.causes(failure)) {
      return answers.of(
          new PlatformException(
              ErrorCode.STATE_INVALID, "the resource changed at the same time: try again"));
    }
    LOG.log(System.Logger.Level.ERROR, "request " + answers.requestId() + " failed", failure);
    return answers.of(
        new PlatformException(
            ErrorCode.INTERNAL,
            "the server failed: quote request id " + answers.requestId() + " to its operator"));
  }
}
