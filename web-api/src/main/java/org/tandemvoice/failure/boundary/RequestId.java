package org.tandemvoice.failure.boundary;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Names a request in its answer, so that it can be quoted to support (C-66). */
record RequestId(String text) {

  static final String HEADER = "X-Request-Id";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  // RFC 4648 section 6
  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
  private static final int LENGTH = 26;

  /**
   * The client's own id if it is acceptable, else a new one.
   *
   * @param sent may be null, as the servlet API has it
   */
  static RequestId of(String sent, SecureRandom random) {
    if (sent != null && ACCEPTED.matcher(sent).matches()) {
      return new RequestId(sent);
    }
    var text = new StringBuilder("req_");
    for (int i = 0; i < LENGTH; i++) {
      text.append(BASE32[random.nextInt(BASE32.length)]);
    }
    return new RequestId(text.toString());
  }
}
