package org.tandemvoice.media.engine.fetch;

import java.util.Optional;

/** What a server answered: the body of a 200, the new place of a redirect. */
record HttpResponse(int status, Optional<String> location, byte[] body) {

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
}
