package org.tandemvoice.media.fetch;

import java.util.Optional;

/** What a server answered; a redirect comes without its body. */
public record HttpResponse(int status, Optional<String> location, byte[] body) {

  /** Whether {@link #location} says where to ask instead. */
  public boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
}
