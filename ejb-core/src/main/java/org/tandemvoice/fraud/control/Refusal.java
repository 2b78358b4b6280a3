package org.tandemvoice.fraud.control;

import java.util.List;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * That a call may not be made.
 *
 * @param rule the property of the customer that forbids it, as the API names it
 * @param message what was wrong, with the value, and what to do
 */
public record Refusal(ErrorCode code, String rule, String message) {

  /** The same, for whoever asked for the call. */
  public PlatformException failure() {
    return new PlatformException(code, message, List.of(new FieldViolation(rule, message)));
  }
}
