package org.tandemvoice.extension.entity;

import java.util.List;

/**
 * Which REGISTER a binding comes from, through which proxies, and who took it.
 *
 * @param callId the Call-ID header
 * @param cseq the number in the CSeq header
 * @param path Path values, outermost first (RFC 3327)
 * @param userAgent the User-Agent header; empty if there was none
 * @param node the server process that took it, and to which the way back is open
 */
public record RegisterOrigin(
    String callId, long cseq, List<String> path, String userAgent, String node) {

  public RegisterOrigin {
    path = List.copyOf(path);
  }
}
