package org.tandemvoice.customer.entity;

import java.io.Serializable;
import java.util.UUID;

/** Identifies a customer; also the left label of its SIP registration domain (seed 000). */
public record CustomerId(UUID value) implements Serializable {

  public static CustomerId of(String text) {
    return new CustomerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
