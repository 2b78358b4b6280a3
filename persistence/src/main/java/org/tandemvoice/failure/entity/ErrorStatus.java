package org.tandemvoice.failure.entity;

/**
 * The class of a failure, as {@code error.status} of the API's envelope names it (contract section
 * 4).
 */
public enum ErrorStatus {
  INVALID_ARGUMENT,
  UNAUTHENTICATED,
  PAYMENT_REQUIRED,
  PERMISSION_DENIED,
  NOT_FOUND,
  ALREADY_EXISTS,
  FAILED_PRECONDITION,
  RESOURCE_EXHAUSTED,
  INTERNAL,
  UNAVAILABLE
}
