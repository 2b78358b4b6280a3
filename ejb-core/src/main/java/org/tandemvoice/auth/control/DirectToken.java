package org.tandemvoice.auth.control;

import java.time.Instant;
import org.tandemvoice.direct.control.DirectResource;

/** A token that names one resource, until it expires. */
public record DirectToken(String token, DirectResource resource, Instant expire) {

  @Override
  public String toString() {
    return "direct token of " + resource;
  }
}
