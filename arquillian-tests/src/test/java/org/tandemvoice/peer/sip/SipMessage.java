package org.tandemvoice.peer.sip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A SIP message of RFC 3261 7: start line, headers, body. */
public abstract sealed class SipMessage permits SipRequest, SipResponse {

  private final SipHeaders headers;
  private byte[] body = new byte[0];

  SipMessage(SipHeaders headers) {
    this.headers = headers;
  }

  public abstract String startLine();

  public final SipHeaders headers() {
    return headers;
  }

  public final String header(String name) {
    return headers.need(name);
  }

  public final byte[] body() {
    return body.clone();
  }

  public final String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  final void setBody(byte[] bytes) {
    body = bytes.clone();
  }

  public final String callId() {
    return header("Call-ID");
  }

  public final NameAddress from() {
    return NameAddress.parse(header("From"));
  }

  public final NameAddress to() {
    return NameAddress.parse(header("To"));
  }

  public final Via topVia() {
    return Via.parse(headers.values("Via").get(0));
  }

  public final int cseq() {
    return Integer.parseInt(header("CSeq").trim().split("\\s+")[0]);
  }

  public final String cseqMethod() {
    return header("CSeq").trim().split("\\s+")[1];
  }

  /** The bytes for the wire; Content-Length is written last and always right. */
  public final byte[] encode() {
    StringBuilder head = new StringBuilder(startLine()).append("\r\n");
    headers.forEachLine(
        line -> {
          if (!line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
            head.append(line).append("\r\n");
          }
        });
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }

  @Override
  public final String toString() {
    return new String(encode(), StandardCharsets.UTF_8);
  }
}
