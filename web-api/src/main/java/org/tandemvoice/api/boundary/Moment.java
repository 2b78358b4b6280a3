package org.tandemvoice.api.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.time.control.Timestamps;

/** Reads a time from a query. */
@ApplicationScoped
public class Moment {

  @Inject private Timestamps timestamps;

  /**
   * @throws PlatformException {@code INVALID_REQUEST_PARAMETER} naming the parameter
   */
  public Instant of(String parameter, String text) {
    return timestamps
        .parse(text == null ? "" : text)
        .orElseThrow(
            () -> {
              String message = "is \"" + text + "\": give a time like 2026-02-21T10:00:00.000000Z";
              return new PlatformException(
                  ErrorCode.INVALID_REQUEST_PARAMETER,
                  parameter + ": " + message,
                  List.of(new FieldViolation(parameter, message)));
            });
  }
}
