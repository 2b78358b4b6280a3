package org.tandemvoice.peer.sip;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A response; {@link #to(SipRequest, int)} copies from the request what RFC 3261 8.2.6.2 wants. */
public final class SipResponse extends SipMessage {

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(100, "Trying"),
          Map.entry(180, "Ringing"),
          Map.entry(183, "Session Progress"),
          Map.entry(200, "OK"),
          Map.entry(401, "Unauthorized"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(423, "Interval Too Brief"),
          Map.entry(407, "Proxy Authentication Required"),
          Map.entry(480, "Temporarily Unavailable"),
          Map.entry(481, "Call/Transaction Does Not Exist"),
          Map.entry(486, "Busy Here"),
          Map.entry(487, "Request Terminated"),
          Map.entry(488, "Not Acceptable Here"),
          Map.entry(500, "Server Internal Error"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(603, "Decline"));

  private final int status;
  private final String reason;

  SipResponse(int status, String reason, SipHeaders headers) {
    super(headers);
    this.status = status;
    this.reason = reason;
  }

  public static SipResponse to(SipRequest request, int status) {
    String reason = REASONS.getOrDefault(status, "Answer");
    SipResponse response = new SipResponse(status, reason, new SipHeaders());
    for (String name : new String[] {"Via", "Record-Route", "From", "To", "Call-ID", "CSeq"}) {
      boolean dialogForming = status > 100 && status < 300;
      if (!"Record-Route".equals(name) || dialogForming) {
        request.headers().all(name).forEach(value -> response.headers().add(name, value));
      }
    }
    return response;
  }

  public int status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  public boolean provisional() {
    return status < 200;
  }

  public boolean success() {
    return status / 100 == 2;
  }

  public SipResponse header(String name, String value) {
    headers().set(name, value);
    return this;
  }

  public SipResponse toTag(String tag) {
    if (!to().tag().isEmpty()) {
      return this;
    }
    return header("To", header("To") + ";tag=" + tag);
  }

  public SipResponse body(String type, String text) {
    headers().set("Content-Type", type);
    setBody(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public String startLine() {
    return "SIP/2.0 " + status + " " + reason;
  }
}
