package org.tandemvoice.peer.sip;

import java.nio.charset.StandardCharsets;

/** A request as the phone sends or receives it. */
public final class SipRequest extends SipMessage {

  private String method;
  private String uri;

  public SipRequest(String method, String uri) {
    this(method, uri, new SipHeaders());
  }

  SipRequest(String method, String uri, SipHeaders headers) {
    super(headers);
    this.method = method;
    this.uri = uri;
  }

  public String method() {
    return method;
  }

  public String uri() {
    return uri;
  }

  public SipRequest uri(String newUri) {
    uri = newUri;
    return this;
  }

  public SipRequest method(String newMethod) {
    method = newMethod;
    return this;
  }

  public SipRequest header(String name, String value) {
    headers().set(name, value);
    return this;
  }

  public SipRequest body(String type, String text) {
    headers().set("Content-Type", type);
    setBody(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public SipRequest copy() {
    SipRequest copy = new SipRequest(method, uri, new SipHeaders(headers()));
    copy.setBody(body());
    return copy;
  }

  @Override
  public String startLine() {
    return method + " " + uri + " SIP/2.0";
  }
}
