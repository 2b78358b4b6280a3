package org.tandemvoice.call.entity;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a call, its SIP leg and its media session alike. */
public record CallId(UUID value) implements Serializable {

  public static CallId of(String text) {
    return new CallId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
