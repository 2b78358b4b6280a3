package org.tandemvoice.sip.uri;

import org.tandemvoice.sip.container.SipFlow;

/**
 * A flow in the form the platform stores it: {@code sip:192.0.2.7:49152;transport=tcp}, readable by
 * anyone who knows SIP URIs.
 */
public final class FlowUri {

  private FlowUri() {}

  public static String of(SipFlow flow) {
    boolean isV6 = flow.address().indexOf(':') >= 0;
    String host = isV6 ? "[" + flow.address() + "]" : flow.address();
    return "sip:" + host + ":" + flow.port() + ";transport=" + flow.transport();
  }

  /**
   * @throws IllegalArgumentException if the text is no SIP URI with port and transport
   */
  public static SipFlow parse(String uri) {
    SipUriText parts =
        SipUriText.parse(uri)
            .orElseThrow(() -> new IllegalArgumentException("no flow: '" + uri + "'"));
    return new SipFlow(parts.transport(), parts.host(), parts.port());
  }
}
