package org.tandemvoice.failure.entity;

import java.io.Serializable;

/**
 * A field of a request that was refused.
 *
 * @param field its path in the body, for instance {@code destinations[0].target}
 * @param message what was wrong, with the value, and what to do
 */
public record FieldViolation(String field, String message) implements Serializable {}
