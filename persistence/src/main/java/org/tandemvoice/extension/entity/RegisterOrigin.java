package org.tandemvoice.extension.entity;

import java.util.List;

/**
 * Which REGISTER a binding comes from, and through which proxies.
 *
 * @param callId the Call-ID header
 * @param cseq the number in the CSeq header
 * @param path Path values, outermost first (RFC 3327)
 * @param userAgent the User-Agent header; empty if there was none
 */
public record RegisterOrigin(String callId, long cseq, List<String> path, String userAgent) {

  public RegisterOrigin {
    path = List.copyOf(path);
  }
}
