package org.tandemvoice.failure.control;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.stream.Stream;

/** Two requests that met at one row: the later one failed and may try again. */
public final class Collision {

  private static final int DEEPEST = 20;

  private Collision() {}

  /** Whether a failure, or what caused it, is one. */
  public static boolean causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(Collision::is);
  }

  private static boolean is(Throwable failure) {
    return failure instanceof SQLIntegrityConstraintViolationException
        || failure instanceof OptimisticLockException;
  }
}
