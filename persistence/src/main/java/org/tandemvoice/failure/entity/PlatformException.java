package org.tandemvoice.failure.entity;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A request that is refused, or cannot be carried out. The transaction it leaves is rolled back:
 * nothing has changed.
 */
@ApplicationException(rollback = true, inherited = true)
public class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final List<FieldViolation> violations;

  public PlatformException(ErrorCode code, String message) {
    this(code, message, List.of());
  }

  public PlatformException(ErrorCode code, String message, List<FieldViolation> violations) {
    super(message);
    this.code = code;
    this.violations = List.copyOf(violations);
  }

  /** A field that is missing or wrong: HTTP 400 naming it. */
  public static PlatformException invalid(String field, String message) {
    return new PlatformException(
        ErrorCode.INVALID_ARGUMENT,
        field + ": " + message,
        List.of(new FieldViolation(field, message)));
  }

  public ErrorCode code() {
    return code;
  }

  public List<FieldViolation> violations() {
    return violations;
  }
}
