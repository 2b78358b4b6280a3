package org.tandemvoice.sip.connector.mobicents;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPResponse;

/** A response that is already encoded, for a request that could not be parsed. */
final class RawResponse extends SIPResponse {

  private static final long serialVersionUID = 1L;

  private final transient byte[] encoded;

  RawResponse(byte[] encoded) {
    this.encoded = encoded;
  }

  @Override
  public byte[] encodeAsBytes(String transport) {
    return encoded.clone();
  }

  @Override
  public String getTransactionId() {
    return "";
  }

  /** One without rport: a connection's channel looks at it, to no further effect. */
  @Override
  public Via getTopmostVia() {
    return new Via();
  }
}
